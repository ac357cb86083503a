#include "tests/unit/test.h"

#include <string.h>

#include "lib/core/place.h"

static void addresses_of_one_line_are_one_place(void **state)
{
    static const struct {
        const char *address, *place;
    } cases[] = {
        {"192.0.2.7", "192.0.2.7"},
        {"192.0.2.8", "192.0.2.8"},
        {"2001:db8:1:2::1", "2001:0db8:0001:0002::/64"},
        {"2001:db8:1:2:ffff:ffff:ffff:ffff", "2001:0db8:0001:0002::/64"},
        {"2001:DB8:1:2:0:0:0:9", "2001:0db8:0001:0002::/64"},
        {"2001:db8:1:3::1", "2001:0db8:0001:0003::/64"},
        {"2001:db8::1", "2001:0db8:0000:0000::/64"},
        {"::1", "0000:0000:0000:0000::/64"},
        {"::ffff:192.0.2.7", "192.0.2.7"},
        {"", ""},
        {"unix:", "unix:"},
        {"2001:db8:1:2::1%eth0", "2001:db8:1:2::1%eth0"},
    };
    char out[PLACE_SIZE], longest[200];

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        place_of(cases[i].address, out);
        assert_string_equal(out, cases[i].place);
    }
    memset(longest, 'x', sizeof longest);
    longest[sizeof longest - 1] = '\0';
    place_of(longest, out);
    assert_int_equal(strlen(out), PLACE_SIZE - 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(addresses_of_one_line_are_one_place),
    };

    return cmocka_run_group_tests_name("place", tests, NULL, NULL);
}
