#include "lib/core/papers.h"

#include <stdio.h>

unsigned papers_required(const struct papers *p, struct requirement out[REQUIREMENTS_MAX])
{
    unsigned n = 0;

    out[n++] = (struct requirement){"to_trinh", "danh sách",
                                    "Điều 84 Luật Thi đua, khen thưởng năm 2022", p->rows == 0};
    out[n++] = (struct requirement){"bao_cao", "thành tích của từng dòng",
                                    "Điều 84 Luật Thi đua, khen thưởng năm 2022", p->rows ? p->unreported : 1};
    out[n++] = (struct requirement){"bien_ban", "số, ngày biên bản",
                                    "Điều 84 Luật Thi đua, khen thưởng năm 2022", !p->minutes};
    if (p->balloted > 0)
        out[n++] = (struct requirement){"ket_qua_phieu", "kết quả bỏ phiếu kín",
                                        "khoản 1 Điều 84 Luật Thi đua, khen thưởng năm 2022", !p->ballots};
    if (p->recognised > 0)
        out[n++] = (struct requirement){"sang_kien", "công nhận sáng kiến, đề tài",
                                        "khoản 1 Điều 84 Luật Thi đua, khen thưởng năm 2022", p->unrecognised};
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
