/* Vietnamese text: folding for search, marks, order of names, sums in words. */
#ifndef TDKT_BASE_VI_H
#define TDKT_BASE_VI_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/base/pool.h"

/* Lower case, marks stripped, đ -> d, runs of anything but letters and digits to one space: the form that is
 * stored beside a name and searched.  "Nguyễn Đức  HÒA" -> "nguyen duc hoa". */
char *vi_fold(struct pool *pool, const char *text);

/* Lower case NFC with marks kept, spaces as in vi_fold: what a query typed with marks must also
 * be found in.  Tone placement is unified (hoà = hòa, thuý = thúy). */
char *vi_lower(struct pool *pool, const char *text);

/* Capitals, everything else as it is: how a name heads a paper. */
char *vi_upper(struct pool *pool, const char *text);

/* Does any letter carry a Vietnamese mark (incl. đ)?  Then a search is exact in marks. */
bool vi_has_marks(const char *text);

/* A key whose byte order (memcmp, utf8mb4_bin) is the order of a Vietnamese list of
 * names: given name, then family name, then middle names; letters in the alphabet a ă â b c d đ e ê ...,
 * then tones in the order ngang huyền hỏi ngã sắc nặng.  ASCII only. */
char *vi_sort_key(struct pool *pool, const char *full_name);

/* The same for a text read from its beginning (names of units). */
char *vi_text_key(struct pool *pool, const char *text);

/* 2340000 -> "Hai triệu ba trăm bốn mươi nghìn đồng". */
char *vi_money_words(struct pool *pool, int64_t dong);

/* 27 -> "hai mươi bảy". */
char *vi_number_words(struct pool *pool, int64_t n);

#endif
