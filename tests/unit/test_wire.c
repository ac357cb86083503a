#include "tests/unit/test.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "fcgi/wire.h"

struct bytes {
    unsigned char at[4096];
    size_t len;
};

static void record(struct bytes *b, unsigned type, unsigned id, const void *content, size_t len, unsigned padding)
{
    const unsigned char header[8] = {1, (unsigned char)type, (unsigned char)(id >> 8), (unsigned char)id,
                                     (unsigned char)(len >> 8), (unsigned char)len,
                                     (unsigned char)padding, 0};

    memcpy(b->at + b->len, header, sizeof header);
    b->len += sizeof header;
    memcpy(b->at + b->len, content, len);
    b->len += len + padding;
}

static void begin(struct bytes *b, unsigned role)
{
    const unsigned char body[8] = {0, (unsigned char)role};

    record(b, 1, 1, body, sizeof body, 0);
}

#define CONTENT(text) (text), sizeof(text) - 1

static void params(struct bytes *b, const char *content, size_t len)
{
    begin(b, 1);
    if (len > 0)
        record(b, 4, 1, content, len, 0);
    record(b, 4, 1, "", 0, 0);
}

static void pairs_as_long_as_they_say_are_let_through(void **state)
{
    static const struct {
        const char *content;
        size_t len;
        enum wire_head want;
    } table[] = {
        {CONTENT(""), WIRE_WHOLE},
        {CONTENT("\x01\x01" "ab"), WIRE_WHOLE},
        {CONTENT("\x01\x00" "a"), WIRE_WHOLE},
        {CONTENT("\x00\x00"), WIRE_WHOLE},
        {CONTENT("\x80\x00\x00\x01\x80\x00\x00\x01" "ab"), WIRE_WHOLE},
        {CONTENT("\x01\x01" "ab" "\x01\x02" "cde"), WIRE_WHOLE},
        {CONTENT("\x01"), WIRE_BAD},
        {CONTENT("\x01\x01" "a"), WIRE_BAD},
        {CONTENT("\x01\x01" "abc"), WIRE_BAD},
        {CONTENT("\x80\x00\x00"), WIRE_BAD},
        {CONTENT("\x01\x80\x00\x00"), WIRE_BAD},
        {CONTENT("\x7f\x01" "a"), WIRE_BAD},
        {CONTENT("\xff\xff\xff\xff\x01" "a"), WIRE_BAD},
        {CONTENT("\x01\xff\xff\xff\xff" "a"), WIRE_BAD},
        {CONTENT("\xff\xff\xff\xff\xff\xff\xff\xff"), WIRE_BAD},
        {CONTENT("\xc0\x00\x00\x00\xbf\xff\xff\xff"), WIRE_BAD},
        {CONTENT("\x80\x00\x00\x02\x01" "ab"), WIRE_BAD},
    };

    (void)state;
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
        struct bytes b = {.len = 0};

        params(&b, table[i].content, table[i].len);
        if (wire_head(b.at, b.len) != table[i].want)
            fail_msg("row %zu", i);
    }
}

static void a_pair_may_cross_records_and_paddings(void **state)
{
    struct bytes b = {.len = 0};

    (void)state;
    begin(&b, 1);
    record(&b, 4, 1, CONTENT("\x03"), 7);
    record(&b, 4, 1, CONTENT("\x02" "ab"), 5);
    record(&b, 4, 1, CONTENT("cde"), 0);
    record(&b, 4, 1, "", 0, 8);
    assert_int_equal(wire_head(b.at, b.len), WIRE_WHOLE);
}

/* Nothing is decided before everything is there, wherever it is cut. */
static void a_part_of_it_asks_for_more(void **state)
{
    struct bytes whole = {.len = 0}, part;

    (void)state;
    params(&whole, CONTENT("\x01\x01" "ab" "\x01\x02" "cde"));
    for (size_t n = 0; n < whole.len; n++) {
        part = whole;
        assert_int_equal(wire_head(part.at, n), WIRE_MORE);
    }
    record(&whole, 5, 1, CONTENT("body"), 0);
    assert_int_equal(wire_head(whole.at, whole.len), WIRE_WHOLE);
}

static void what_is_no_request_is_refused(void **state)
{
    struct bytes b = {.len = 0};

    (void)state;
    assert_int_equal(wire_head((unsigned char[]){'G', 'E', 'T'}, 3), WIRE_BAD);
    begin(&b, 2); /* an authorizer */
    assert_int_equal(wire_head(b.at, b.len), WIRE_BAD);
    b.len = 0;
    record(&b, 4, 1, CONTENT("\x01\x01" "ab"), 0); /* no beginning */
    assert_int_equal(wire_head(b.at, b.len), WIRE_BAD);
    b.len = 0;
    record(&b, 9, 0, "", 0, 0); /* management */
    assert_int_equal(wire_head(b.at, b.len), WIRE_BAD);
    b.len = 0;
    begin(&b, 1);
    begin(&b, 1); /* twice */
    assert_int_equal(wire_head(b.at, b.len), WIRE_BAD);
    b.len = 0;
    begin(&b, 1);
    record(&b, 4, 2, CONTENT("\x01\x01" "ab"), 0); /* of another request */
    assert_int_equal(wire_head(b.at, b.len), WIRE_BAD);
    b.len = 0;
    begin(&b, 1);
    record(&b, 5, 1, CONTENT("body"), 0); /* the body before the parameters end */
    assert_int_equal(wire_head(b.at, b.len), WIRE_BAD);
    b.len = 0;
    record(&b, 1, 0, "\0\1\0\0\0\0\0", 8, 0); /* request 0 */
    assert_int_equal(wire_head(b.at, b.len), WIRE_BAD);
}

/* The answer read back: its records end in an empty one and the end of the request. */
static void check_answer(size_t len)
{
    struct pool *pool = pool_new("test", 1 << 20);
    char *data = pool_alloc(pool, len + 1);
    struct buf *out = buf_new(pool, WIRE_ANSWER_MAX(len));
    const unsigned char *at, *end;
    size_t seen = 0;

    for (size_t i = 0; i < len; i++)
        data[i] = (char)('a' + i % 23);
    wire_answer(0x0102, data, len, out);
    assert_false(out->over);
    at = (const unsigned char *)out->data;
    end = at + out->len;
    for (;;) {
        size_t content = (size_t)at[4] << 8 | at[5];

        assert_int_equal(at[0], 1);
        assert_int_equal(at[2] << 8 | at[3], 0x0102);
        assert_int_equal(at[1], 6);
        if (content == 0)
            break;
        assert_memory_equal(at + 8, data + seen, content);
        seen += content;
        at += 8 + content + at[6];
    }
    assert_int_equal(seen, len);
    assert_int_equal(end - at, 8 + 16);
    assert_int_equal(at[8 + 1], 3);
    assert_memory_equal(at + 16, "\0\0\0\0\0\0\0\0", 8);
    pool_free(pool);
}

static void an_answer_of_any_length(void **state)
{
    static const size_t table[] = {0, 1, 8, 0xFFF7, 0xFFF8, 0xFFF9, 2 * 0xFFF8, 2 * 0xFFF8 + 1, 300000};

    (void)state;
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++)
        check_answer(table[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pairs_as_long_as_they_say_are_let_through),
        cmocka_unit_test(a_pair_may_cross_records_and_paddings),
        cmocka_unit_test(a_part_of_it_asks_for_more),
        cmocka_unit_test(what_is_no_request_is_refused),
        cmocka_unit_test(an_answer_of_any_length),
    };

    return cmocka_run_group_tests_name("wire", tests, NULL, NULL);
}
