/* More rows than a page holds, for one call: many=award:31. They carry numbers from 1001 on. */
#include "tests/it/rows/rows.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/db/script.h"
#include "tests/unit/test.h"

#define PEOPLE                                                                                                     \
    "INSERT INTO person (id, staff_no, full_name, fold, lower_name, sort_key) SELECT 1000 + seq, CONCAT('M', seq), " \
    "CONCAT('Đông ', seq), CONCAT('dong ', seq), CONCAT('đông ', seq), LPAD(seq, 5, '0') FROM seq_1_to_?;"
#define DOSSIERS                                                                                                   \
    "INSERT INTO nomination (id, unit_id, method, year, authority, title, fold, note, state, flow, flow_version, since, " \
    "created_by, created_at) SELECT 1000 + seq, 22, 'dot_xuat', 2026, 'giam_doc_so', CONCAT('Đông ', seq), 'dong', '', 'draft', " \
    "'nomination', 2, '2026-01-01', 2, '2026-01-01' FROM seq_1_to_?;"

static const struct {
    const char *what, *sql; /* ?: how many */
} makers[] = {
    {"person", PEOPLE "INSERT INTO position (person_id, unit_id, title, leader, valid_from) SELECT 1000 + seq, 22, 'Đông', FALSE, "
                      "'2020-01-01' FROM seq_1_to_?"},
    {"nomination", DOSSIERS},
    {"decision", DOSSIERS "INSERT INTO decision (id, nomination_id, kind, authority, signed_on, signer_id, signer_name, office, regime, "
                          "base_salary) SELECT 1000 + seq, 1000 + seq, 'award', 'giam_doc_so', '2026-01-02', 6, 'Đông', 'x', '2022', 1 "
                          "FROM seq_1_to_?"},
    {"award", PEOPLE "INSERT INTO award (id, kind, person_id, name, fold, lower_name, unit_id, unit_name, award_code, method, year, "
                     "decision_no, decision_date, source) SELECT 1000 + seq, 'person', 1000 + seq, CONCAT('Đông ', seq), 'dong', 'đông', "
                     "22, 'Trạm Alfa', 'LDTT', 'cong_trang', 2025, 'x', '2025-12-20', 'import' FROM seq_1_to_?"},
    {"audit", "INSERT INTO audit (id, at, person_id, action, object, unit_id, request_id) SELECT 1000 + seq, '2026-01-01', 2, 'dong.viec', "
              "'unit', 22, 'x' FROM seq_1_to_?"},
};

static const char *maker(const char *what, size_t len)
{
    for (size_t i = 0; i < sizeof makers / sizeof makers[0]; i++)
        if (strncmp(what, makers[i].what, len) == 0 && makers[i].what[len] == '\0')
            return makers[i].sql;
    return NULL;
}

bool many_make(const struct asked *a, struct db *db)
{
    const char *given = arg_text(a, "many"), *colon = strchr(given, ':');
    const char *sql = colon ? maker(given, (size_t)(colon - given)) : NULL;
    struct buf *text = buf_new(a->pool, 65536);
    struct err e = ERR_INIT;

    if (!*given)
        return false;
    for (; sql && *sql; sql++)
        if (*sql == '?')
            buf_puts(text, colon + 1);
        else
            buf_putc(text, *sql);
    if (!text->len || script_run(db, given, text->data, &e) != OUT_OK)
        fail_msg("many=%s: %s", given, e.text);
    return true;
}
