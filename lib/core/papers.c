#include "lib/core/papers.h"

#include <stdio.h>

unsigned papers_required(const struct papers *p, struct requirement out[REQUIREMENTS_MAX])
{
    unsigned n = 0;

    out[n++] = (struct requirement){"to_trinh", "danh sách",
                                    "Luật 06/2022/QH15 Điều 84", p->rows == 0};
    out[n++] = (struct requirement){"bao_cao", "thành tích của từng dòng",
                                    "Luật 06/2022/QH15 Điều 84", p->rows ? p->unreported : 1};
    out[n++] = (struct requirement){"bien_ban", "số, ngày biên bản",
                                    "Luật 06/2022/QH15 Điều 84", !p->minutes};
    if (p->balloted > 0)
        out[n++] = (struct requirement){"ket_qua_phieu", "kết quả bỏ phiếu kín",
                                        "Luật 06/2022/QH15 Điều 84 khoản 1", !p->ballots};
    if (p->recognised > 0)
        out[n++] = (struct requirement){"sang_kien", "công nhận sáng kiến, đề tài",
                                        "Luật 06/2022/QH15 Điều 84 khoản 1", p->unrecognised};
    return n;
}

enum outcome papers_check(const struct papers *p, struct err *e)
{
    struct requirement asked[REQUIREMENTS_MAX];
    unsigned n = papers_required(p, asked);
    char lacking[400] = "";
    size_t len = 0;

    for (unsigned i = 0; i < n; i++)
        if (asked[i].lacking > 0)
            len += (size_t)snprintf(lacking + len, sizeof lacking - len, "%s%s", len ? ", " : "",
                                    asked[i].label);
    if (len == 0)
        return OUT_OK;
    err_arg(e, "lacking", lacking);
    return err_set(e, OUT_INVALID, "flow.papers-complete", "lacking: %s", lacking);
}
