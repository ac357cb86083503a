#include "tests/unit/test.h"

#include <stdbool.h>

#include "lib/base/err.h"
#include "lib/db/classify.h"

/* number, while connecting, while working, while committing, connection lost while working */
static const struct {
    unsigned number;
    enum outcome connecting, working, committing;
    bool lost;
} table[] = {
    {1213, OUT_RETRY, OUT_RETRY, OUT_RETRY, false},          /* deadlock; Galera: certification */
    {1205, OUT_RETRY, OUT_RETRY, OUT_RETRY, false},          /* lock wait */
    {1020, OUT_RETRY, OUT_RETRY, OUT_RETRY, false},          /* changed since last read */
    {1062, OUT_CONFLICT, OUT_CONFLICT, OUT_UNCERTAIN, false}, /* duplicate */
    {1451, OUT_CONFLICT, OUT_CONFLICT, OUT_UNCERTAIN, false}, /* still referred to */
    {1452, OUT_INVALID, OUT_INVALID, OUT_UNCERTAIN, false},   /* refers to nothing */
    {1406, OUT_INTERNAL, OUT_INTERNAL, OUT_UNCERTAIN, false}, /* too long */
    {1146, OUT_INTERNAL, OUT_INTERNAL, OUT_UNCERTAIN, false}, /* no such table */
    {1142, OUT_INTERNAL, OUT_INTERNAL, OUT_UNCERTAIN, false}, /* not granted */
    {1792, OUT_INTERNAL, OUT_INTERNAL, OUT_UNCERTAIN, false}, /* write while reading */
    {1153, OUT_TOOBIG, OUT_TOOBIG, OUT_UNCERTAIN, false},     /* packet */
    {1021, OUT_UNAVAIL, OUT_UNAVAIL, OUT_UNCERTAIN, false},   /* disk full */
    {1114, OUT_UNAVAIL, OUT_UNAVAIL, OUT_UNCERTAIN, false},   /* table full */
    {1026, OUT_UNAVAIL, OUT_UNAVAIL, OUT_UNCERTAIN, false},   /* error writing a file */
    {1004, OUT_UNAVAIL, OUT_UNAVAIL, OUT_UNCERTAIN, false},   /* cannot create a file */
    {1811, OUT_UNAVAIL, OUT_UNAVAIL, OUT_UNCERTAIN, false},   /* write error */
    {1878, OUT_UNAVAIL, OUT_UNAVAIL, OUT_UNCERTAIN, false},   /* temporary file */
    {1, OUT_UNAVAIL, OUT_UNAVAIL, OUT_UNCERTAIN, false},      /* file layer: cannot create */
    {3, OUT_UNAVAIL, OUT_UNAVAIL, OUT_UNCERTAIN, false},      /* file layer: cannot write */
    {20, OUT_UNAVAIL, OUT_UNAVAIL, OUT_UNCERTAIN, false},     /* file layer: disk full */
    {2, OUT_INTERNAL, OUT_INTERNAL, OUT_UNCERTAIN, true},     /* file layer: cannot read */
    {1030, OUT_INTERNAL, OUT_INTERNAL, OUT_UNCERTAIN, true},  /* an engine, without a word */
    {1969, OUT_UNAVAIL, OUT_UNAVAIL, OUT_UNCERTAIN, false},   /* statement took too long */
    {1045, OUT_UNAVAIL, OUT_UNAVAIL, OUT_UNCERTAIN, true},    /* login refused */
    {1040, OUT_UNAVAIL, OUT_UNAVAIL, OUT_UNCERTAIN, true},    /* too many connections */
    {1053, OUT_UNAVAIL, OUT_UNAVAIL, OUT_UNCERTAIN, true},    /* shutting down */
    {1927, OUT_UNAVAIL, OUT_UNAVAIL, OUT_UNCERTAIN, true},    /* connection killed */
    {2002, OUT_UNAVAIL, OUT_UNAVAIL, OUT_UNCERTAIN, true},    /* no socket */
    {2003, OUT_UNAVAIL, OUT_UNAVAIL, OUT_UNCERTAIN, true},    /* no host */
    {2006, OUT_UNAVAIL, OUT_UNAVAIL, OUT_UNCERTAIN, true},    /* gone away */
    {2013, OUT_UNAVAIL, OUT_UNAVAIL, OUT_UNCERTAIN, true},    /* lost */
    {2026, OUT_UNAVAIL, OUT_UNAVAIL, OUT_UNCERTAIN, true},    /* TLS */
    {9999, OUT_INTERNAL, OUT_INTERNAL, OUT_UNCERTAIN, true},  /* not in the table */
};

static void every_number_has_its_outcome(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
        unsigned n = table[i].number;

        assert_int_equal(db_classify(n, "", DB_CONNECTING).outcome, table[i].connecting);
        assert_int_equal(db_classify(n, "", DB_WORKING).outcome, table[i].working);
        assert_int_equal(db_classify(n, "", DB_COMMITTING).outcome, table[i].committing);
        assert_int_equal(db_classify(n, "", DB_WORKING).lost, table[i].lost);
        assert_true(db_classify(n, "", DB_CONNECTING).lost);
    }
}

/* One number, several meanings: the server's words decide. */
static void a_full_temporary_disk_is_told_from_a_broken_table(void **state)
{
    static const struct {
        unsigned number;
        const char *text;
        enum outcome want;
    } words[] = {
        {1030, "Got error 28 \"No space left on device\" from storage engine Aria", OUT_UNAVAIL},
        {1030, "Got error 28 \"No space left on device\" from storage engine InnoDB", OUT_UNAVAIL},
        {1030, "Got error 122 \"Disk quota exceeded\" from storage engine InnoDB", OUT_UNAVAIL},
        {1030, "Got error 135 \"No more room in file\" from storage engine InnoDB", OUT_UNAVAIL},
        {1030, "Got error 136 \"No more room in index file\" from storage engine", OUT_UNAVAIL},
        {1030, "Got error 126 \"Index is corrupted\" from storage engine Aria", OUT_UNAVAIL},
        {1030, "Got error 127 \"Record is corrupted\" from storage engine MyISAM", OUT_UNAVAIL},
        {1030, "Got error 126 \"Index is corrupted\" from storage engine InnoDB", OUT_INTERNAL},
        {1030, "Got error 168 \"Unknown (generic) error\" from storage engine InnoDB", OUT_INTERNAL},
        {1030, "Got error 2800 from storage engine InnoDB", OUT_INTERNAL},
        {1034, "Index for table '/tmp/#sql_1a_0.MAI' is corrupt; try to repair it", OUT_UNAVAIL},
        {1034, "Index for table './tdkt/award' is corrupt; try to repair it", OUT_INTERNAL},
        {1194, "Table '#sql-temptable-1a-3-0' is marked as crashed and should be repaired", OUT_UNAVAIL},
        {1194, "Table 'award' is marked as crashed and should be repaired", OUT_INTERNAL},
        {1195, "Table '#sql_1a_0' is marked as crashed and last repair failed", OUT_UNAVAIL},
        {1054, "Unknown column '#sql' in 'field list'", OUT_INTERNAL},
    };

    (void)state;
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        struct db_fault fault = db_classify(words[i].number, words[i].text, DB_WORKING);

        assert_int_equal(fault.outcome, words[i].want);
        if (words[i].want == OUT_UNAVAIL)
            assert_string_equal(fault.key, "db.full");
        assert_int_equal(db_classify(words[i].number, words[i].text, DB_COMMITTING).outcome, OUT_UNCERTAIN);
    }
}

static void uncertain_drops_the_connection(void **state)
{
    (void)state;
    assert_true(db_classify(2013, "", DB_COMMITTING).lost);
    assert_string_equal(db_classify(2013, "", DB_COMMITTING).key, "db.uncertain");
    assert_false(db_classify(1213, "", DB_COMMITTING).lost);
}

/* Values of people must not reach the log. */
static void duplicates_do_not_tell_values(void **state)
{
    (void)state;
    assert_false(db_classify(1062, "", DB_WORKING).telling);
    assert_false(db_classify(1366, "", DB_WORKING).telling);
    assert_false(db_classify(9999, "", DB_WORKING).telling);
}

static void finds_the_index_behind_any_value(void **state)
{
    char out[64];

    (void)state;
    db_quoted("Duplicate entry 'BV01' for key 'unit_code'", "for key '", out, sizeof out);
    assert_string_equal(out, "unit_code");
    db_quoted("Duplicate entry 'x for key 'y' for key 'unit_code'", "for key '", out, sizeof out);
    assert_string_equal(out, "unit_code");
    db_quoted("a foreign key constraint fails (`tdkt`.`award`, CONSTRAINT `award_person` FOREIGN KEY",
              "CONSTRAINT `", out, sizeof out);
    assert_string_equal(out, "award_person");
    db_quoted("nothing quoted", "for key '", out, sizeof out);
    assert_string_equal(out, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_number_has_its_outcome),
        cmocka_unit_test(a_full_temporary_disk_is_told_from_a_broken_table),
        cmocka_unit_test(uncertain_drops_the_connection),
        cmocka_unit_test(duplicates_do_not_tell_values),
        cmocka_unit_test(finds_the_index_behind_any_value),
    };

    return cmocka_run_group_tests_name("classify", tests, NULL, NULL);
}
