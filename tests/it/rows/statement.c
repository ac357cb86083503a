/* A statement asked by its own name, its parameters by theirs: "year int, year2 int" are both year=. */
#include "tests/it/rows/rows.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "lib/db/connection.h"
#include "tests/unit/test.h"

#define PARAMS_MAX 40

static enum db_stmt statement_of(const char *name)
{
    for (int i = 1; i < DB_STMT_COUNT; i++)
        if (strcmp(db_statements[i].name, name) == 0)
            return (enum db_stmt)i;
    return (enum db_stmt)0;
}

static const char *given(const struct asked *a, const char *param)
{
    char base[64];
    size_t n;

    for (unsigned i = 0; i < a->c->args; i++)
        if (strcmp(a->c->name[i], param) == 0)
            return a->c->value[i];
    snprintf(base, sizeof base, "%s", param);
    for (n = strlen(base); n > 1 && isdigit((unsigned char)base[n - 1]); n--)
        base[n - 1] = '\0';
    for (unsigned i = 0; i < a->c->args; i++)
        if (strcmp(a->c->name[i], base) == 0)
            return a->c->value[i];
    return NULL;
}

static struct db_value value_of(struct asked *a, const struct db_column *param)
{
    const char *text = given(a, param->name);
    int64_t i = 0;

    if (!text)
        return db_null();
    switch (param->type) {
    case DB_INT:
    case DB_BOOL:
        if (sscanf(text, "%lld", (long long *)&i) != 1)
            fail_msg("%s: %s is no number", param->name, text);
        return param->type == DB_INT ? db_int(i) : db_bool(i != 0);
    case DB_DATE:
        return db_date(date_parse(text));
    default:
        return db_text(text);
    }
}

/* show=a,b: only those columns; show=none: only that there are rows (how many they are differs from day to day). */
static bool is_shown(const char *show, const char *column)
{
    const char *at = strstr(show, column);

    return !*show || (at && (at == show || at[-1] == ',') && strchr(",", at[strlen(column)]));
}

static enum outcome write_row(const struct db_row *row, void *ctx, struct err *e)
{
    struct asked *a = ctx;
    const char *show = arg_text(a, "show");

    (void)e;
    if (strcmp(show, "none") == 0) {
        buf_clear(a->out);
        buf_puts(a->out, "rows\n");
        return OUT_OK;
    }
    buf_puts(a->out, "row");
    for (unsigned i = 0; i < db_columns(row); i++)
        if (is_shown(show, db_column_name(row, i)))
            buf_printf(a->out, " %s=%s", db_column_name(row, i), db_null_at(row, i) ? "NULL" : db_text_of(row, i));
    buf_putc(a->out, '\n');
    return OUT_OK;
}

static void check_names(const struct asked *a, const struct db_statement *s)
{
    for (unsigned i = 0; i < a->c->args; i++) {
        bool used = strcmp(a->c->name[i], "show") == 0 || strcmp(a->c->name[i], "many") == 0 ||
                    strcmp(a->c->name[i], "tail") == 0;

        for (unsigned k = 0; k < s->ins && !used; k++)
            used = strncmp(s->in[k].name, a->c->name[i], strlen(a->c->name[i])) == 0;
        if (!used)
            fail_msg("%s has no parameter %s", s->name, a->c->name[i]);
    }
}

bool statement_known(const char *call)
{
    return call[0] == '@' && statement_of(call + 1) != (enum db_stmt)0;
}

enum outcome statement_run(struct asked *a, struct err *e)
{
    enum db_stmt stmt = statement_of(a->c->call + 1);
    const struct db_statement *s = &db_statements[stmt];
    struct db_value value[PARAMS_MAX];
    int64_t affected = 0;
    enum outcome rc;

    assert_true(s->ins <= PARAMS_MAX);
    check_names(a, s);
    for (unsigned i = 0; i < s->ins; i++)
        value[i] = value_of(a, &s->in[i]);
    if (s->outs > 0)
        return db_query(a->tx, stmt, (struct db_args){value, s->ins}, write_row, a, e);
    rc = db_exec(a->tx, stmt, (struct db_args){value, s->ins}, &affected, NULL, e);
    if (rc == OUT_OK)
        say_int(a, "rows", affected);
    return rc;
}
