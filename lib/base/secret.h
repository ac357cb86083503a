/* Secrets, random tokens and digests.  The only user of libsodium.
 *
 * A secret has no way to be printed: its bytes leave only through
 * secret_reveal(), which a lint allows in the adapters that need it.
 */
#ifndef TDKT_BASE_SECRET_H
#define TDKT_BASE_SECRET_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/base/pool.h"

struct secret;

/* Copies; the copy is wiped when the pool is freed. */
struct secret *secret_new(struct pool *pool, const char *text, size_t len);

/* The first line of a file that only its owner can read; INVALID when others can. */
enum outcome secret_from_file(struct pool *pool, const char *path, struct secret **out,
                              struct err *e) TDKT_MUST_USE;

/* OK when only the file's owner can read it; NOTFOUND when there is none, INVALID when others can. */
enum outcome secret_file_private(const char *path, struct err *e) TDKT_MUST_USE;

const char *secret_reveal(const struct secret *secret);
size_t secret_length(const struct secret *secret);

/* Overwrites memory that held a secret. */
void secret_wipe(void *at, size_t len);

/* 32 random bytes as 43 characters of unpadded URL-safe base64. */
#define TOKEN_SIZE 44
void token_make(char out[TOKEN_SIZE]);

/* SHA-256 as 64 hexadecimal digits. */
#define DIGEST_SIZE 65
void digest(const void *data, size_t len, char out[DIGEST_SIZE]);
enum outcome digest_file(const char *path, char out[DIGEST_SIZE], struct err *e) TDKT_MUST_USE;

/* HMAC-SHA-256 of text under a key, as 64 hexadecimal digits. */
void digest_keyed(const struct secret *key, const char *text, char out[DIGEST_SIZE]);

/* Text that only the holder of the key can make and read, as URL-safe base64. */
char *seal(struct pool *pool, const struct secret *key, const char *text);

/* What was sealed under this key; NULL when it was not, or has been changed. */
char *seal_open(struct pool *pool, const struct secret *key, const char *sealed);

/* Takes the same time wherever they differ. */
bool same_text(const char *a, const char *b);

/* To be called once at start; false when the system has no randomness. */
bool secret_init(void);

#endif
