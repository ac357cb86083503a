/* Looking things up in the law files that were read. */
#include "lib/core/regime.h"

#include <string.h>

const struct regime *law_on(const struct laws *laws, date_t day)
{
    for (unsigned i = 0; i < laws->regimes; i++) {
        const struct regime *regime = &laws->regime[i];

        if (day >= regime->from && (regime->to == DATE_NONE || day <= regime->to))
            return regime;
    }
    return NULL;
}

unsigned laws_count(const struct laws *laws)
{
    return laws->regimes;
}

const struct regime *laws_at(const struct laws *laws, unsigned i)
{
    return &laws->regime[i];
}

const char *regime_id(const struct regime *regime)
{
    return regime->id;
}

const char *regime_name(const struct regime *regime)
{
    return regime->name;
}

date_t regime_from(const struct regime *regime)
{
    return regime->from;
}

date_t regime_to(const struct regime *regime)
{
    return regime->to;
}

bool regime_verified(const struct regime *regime)
{
    return regime->verified;
}

unsigned law_awards(const struct regime *regime)
{
    return regime->awards;
}

const struct law_award *law_award_at(const struct regime *regime, unsigned i)
{
    return &regime->award[i]->award;
}

const struct law_award *law_award(const struct regime *regime, const char *code)
{
    const struct award_row *row = regime_award(regime, code);

    return row != NULL ? &row->award : NULL;
}

static bool basis_stands(const struct basis_row *row, const char *kind, date_t day)
{
    return (row->kind[0] == '\0' || strcmp(row->kind, kind) == 0) && day >= row->from &&
           (row->to == DATE_NONE || day <= row->to);
}

const char *law_basis_on(const struct regime *regime, const char *kind, date_t day, unsigned i)
{
    for (const struct basis_row *row = regime->bases; row != NULL; row = row->next)
        if (basis_stands(row, kind, day) && i-- == 0)
            return row->text;
    return NULL;
}

date_t law_paper_day(date_t issued_on, date_t signed_on, date_t today)
{
    if (issued_on != DATE_NONE)
        return issued_on;
    return signed_on != DATE_NONE ? signed_on : today;
}

/* The row of the award, else the one for every other award. */
struct law_vote law_vote(const struct regime *regime, const char *code)
{
    struct law_vote vote = {.cite = ""};

    for (const struct vote_row *row = regime->votes; row != NULL; row = row->next) {
        if (strcmp(row->code, code) == 0)
            return row->vote;
        if (row->code[0] == '\0')
            vote = row->vote;
    }
    return vote;
}

/* Law 06/2022 art. 77 to 80. */
static const struct {
    const char *code, *label;
} authorities[] = {
    {"giam_doc_so", "Giám đốc Sở Y tế"},
    {"chu_tich_tinh", "Chủ tịch Ủy ban nhân dân tỉnh"},
    {"bo_truong", "Bộ trưởng Bộ Y tế"},
    {"thu_tuong", "Thủ tướng Chính phủ"},
    {"chinh_phu", "Chính phủ"},
    {"chu_tich_nuoc", "Chủ tịch nước"},
    {"chu_tich_xa", "Chủ tịch Ủy ban nhân dân xã"},
    {"chu_tich_huyen", "Chủ tịch Ủy ban nhân dân huyện"},
    {"thu_truong", "Thủ trưởng đơn vị"},
    {"khac", "Cơ quan, tổ chức khác"},
};

const char *authority_label(const char *code)
{
    for (size_t i = 0; i < sizeof authorities / sizeof authorities[0]; i++)
        if (strcmp(authorities[i].code, code) == 0)
            return authorities[i].label;
    return code;
}

bool authority_ours(const char *code)
{
    return strcmp(code, "giam_doc_so") == 0;
}
