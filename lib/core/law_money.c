/* Bonus: coefficient x base salary on the day of the decision (BON-1, BON-4). */
#include "lib/core/regime.h"

#include <string.h>

int64_t law_base_salary(const struct laws *laws, date_t day, bool *verified)
{
    int64_t dong = 0;
    bool sure = false;

    for (unsigned i = 0; i < laws->salaries; i++) {
        const struct salary_row *row = &laws->salary[i];

        if (day >= row->from && (row->to == DATE_NONE || day <= row->to)) {
            dong = row->dong;
            sure = row->verified;
        }
    }
    if (verified != NULL)
        *verified = sure;
    return dong;
}

/* In two hundredths of the base salary, as a household's is half as much again as a person's. */
static int64_t coefficient(const struct regime *regime, const char *code, enum recipient kind,
                           const char **cite)
{
    for (const struct bonus_row *row = regime->bonuses; row != NULL; row = row->next) {
        int64_t part = kind == RECIPIENT_COLLECTIVE ? row->collective : row->person;

        if (strcmp(row->code, code) != 0 || part == 0)
            continue;
        *cite = row->cite;
        return kind == RECIPIENT_HOUSEHOLD ? 3 * part : 2 * part;
    }
    *cite = "";
    return 0;
}

static int64_t rounded(const struct regime *regime, int64_t two_hundredths)
{
    int64_t step = 200 * regime->unit;

    if (regime->rounding == ROUND_NONE)
        return two_hundredths / 200;
    if (regime->rounding == ROUND_NEAREST)
        return (two_hundredths + step / 2) / step * regime->unit;
    return (two_hundredths + step - 1) / step * regime->unit;
}

enum outcome law_bonus(const struct laws *laws, const char *code, enum recipient kind, date_t day,
                       int64_t *amount, const char **cite, struct err *e)
{
    const struct regime *regime = law_on(laws, day);
    const struct law_award *award = regime != NULL ? law_award(regime, code) : NULL;
    int64_t salary = law_base_salary(laws, day, NULL);
    const char *source;
    char text[DATE_ISO_SIZE];

    date_dmy(day, text);
    if (regime == NULL || salary == 0) {
        err_set(e, OUT_NOTFOUND, "law.no-regime", "no law file or base salary for %s", text);
        err_arg(e, "date", text);
        return e->code;
    }
    if (award == NULL || !law_award_for(award, kind)) {
        err_set(e, OUT_NOTFOUND, "law.no-award", "%s does not know %s", regime->id, code);
        err_arg(e, "award", code);
        err_arg(e, "regime", regime->name);
        return e->code;
    }
    *amount = rounded(regime, coefficient(regime, code, kind, &source) * salary);
    if (cite != NULL)
        *cite = source;
    return OUT_OK;
}
