/* Within lib/base only: a text taken apart into case-folded letters and their marks. */
#ifndef TDKT_BASE_VI_LETTER_H
#define TDKT_BASE_VI_LETTER_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/base/pool.h"

/* Combining marks by their code points (Unicode 0300 block). */
enum {
    MARK_GRAVE = 0x0300,      /* huyền */
    MARK_ACUTE = 0x0301,      /* sắc */
    MARK_CIRCUMFLEX = 0x0302, /* â ê ô */
    MARK_TILDE = 0x0303,      /* ngã */
    MARK_BREVE = 0x0306,      /* ă */
    MARK_HOOK = 0x0309,       /* hỏi */
    MARK_HORN = 0x031B,       /* ơ ư */
    MARK_DOT = 0x0323         /* nặng */
};

#define LETTER_D_BAR 0x0111 /* đ has no decomposition */

struct vi_letter {
    int32_t base;
    int32_t shape; /* 0 or circumflex, breve, horn */
    int32_t tone;  /* 0 or one of the five tone marks */
    int32_t other; /* 0 or one foreign mark */
};

/* The text must be valid UTF-8, in any normal form.  Answers how many there are. */
unsigned vi_letters(struct pool *pool, const char *text, struct vi_letter **out);

/* Letters and digits; everything else separates words. */
bool vi_in_word(const struct vi_letter *letter);

/* Moves the tone of an open oa, oe, uy to its first vowel (hoà -> hòa, thuý -> thúy; quý keeps
 * the tone on y, its u belongs to the consonant). */
void vi_unify_tones(struct vi_letter *letters, unsigned count);

#endif
