#include "tests/unit/test.h"

#include "lib/core/download.h"

#define PDF "application/pdf"
#define OFFICE "application/vnd.openxmlformats-officedocument"

static void the_end_says_what_the_bytes_are(void **state)
{
    static const struct {
        const char *name, *type, *expected;
    } cases[] = {
        {"Biên bản họp.pdf", PDF, "Biên bản họp.pdf"},
        {"BIEN BAN.PDF", PDF, "BIEN BAN.pdf"},
        {"x.pdf.exe", PDF, "x_pdf_exe.pdf"},
        {"x.exe.pdf", PDF, "x_exe.pdf"},
        {"a.z.pdf", PDF, "a_z.pdf"},
        {"a.abcdefgh.pdf", PDF, "a_abcdefgh.pdf"},
        {"a.abcdefghi.pdf", PDF, "a.abcdefghi.pdf"},
        {"x.html", PDF, "x_html.pdf"},
        {"a\xE2\x80\xAE" "fdp.exe", PDF, "afdp_exe.pdf"}, /* U+202E */
        {"a\xE2\x80\x8B.pdf", PDF, "a.pdf"},              /* U+200B */
        {"1. Tờ trình 12.2025.pdf", PDF, "1. Tờ trình 12.2025.pdf"},
        {"QĐ 12.QĐ-SYT.pdf", PDF, "QĐ 12.QĐ-SYT.pdf"},
        {"anh.jpg", "image/jpeg", "anh.jpg"},
        {"anh.JPEG", "image/jpeg", "anh.jpeg"},
        {"anh.png", "image/jpeg", "anh_png.jpg"},
        {"anh", "image/png", "anh.png"},
        {"ds.xlsx", OFFICE, "ds.xlsx"},
        {"ds.docx", OFFICE, "ds.docx"},
        {"ds.jar", OFFICE, "ds_jar.zip"},
        {"ds.docm", OFFICE, "ds_docm.zip"},
        {"x.svg", "image/svg+xml", "x_svg.bin"},
        {"", PDF, "tep.pdf"},
        {".pdf", PDF, "tep.pdf"},
        {"...", PDF, "tep.pdf"},
        {"a .pdf", PDF, "a.pdf"},
        {"a\nb\"c/d\\e:f.pdf", PDF, "a_b_c_d_e_f.pdf"},
        {"a\x01" "b.pdf", PDF, "tep.pdf"}, /* no text at all */
    };
    struct pool *pool = pool_new("test", 1 << 20);

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        assert_string_equal(download_name(pool, cases[i].name, cases[i].type), cases[i].expected);
    pool_free(pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_end_says_what_the_bytes_are),
    };

    return cmocka_run_group_tests_name("download", tests, NULL, NULL);
}
