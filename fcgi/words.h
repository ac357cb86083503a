/* Codes of closed vocabularies in Vietnamese, where they leave the pages: sheets for Excel, titles, logs of a dossier. */
#ifndef TDKT_FCGI_WORDS_H
#define TDKT_FCGI_WORDS_H

/* The code itself when it is not known. */
const char *word_of(const char *code);

#endif
