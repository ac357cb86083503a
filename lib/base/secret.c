#include "lib/base/secret.h"

#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A secret's line is shorter than this, or it is not a secret. */
#define SECRET_LINE_MAX 1024

#define FILE_CHUNK 65536

/* What a sealed text is longer by: the nonce before it and the proof behind. */
#define SEAL_EXTRA (crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES)
#define SEAL_ENCODING sodium_base64_VARIANT_URLSAFE_NO_PADDING

struct secret {
    size_t len;
    char text[];
};

static void wipe(void *data)
{
    struct secret *secret = data;

    sodium_memzero(secret->text, secret->len);
}

struct secret *secret_new(struct pool *pool, const char *text, size_t len)
{
    struct secret *secret = pool_alloc(pool, sizeof *secret + len + 1);

    memcpy(secret->text, text, len);
    secret->len = len;
    pool_on_free(pool, wipe, secret);
    return secret;
}

static enum outcome open_file(const char *path, int *fd, struct err *e)
{
    *fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (*fd >= 0)
        return OUT_OK;
    err_arg(e, "file", path);
    return err_set(e, errno == ENOENT ? OUT_NOTFOUND : OUT_UNAVAIL, "file.open", "cannot open %s: %s",
                   path, strerror(errno));
}

static enum outcome check_private(const char *path, const struct stat *st, struct err *e)
{
    if (S_ISREG(st->st_mode) && (st->st_mode & (S_IRWXG | S_IRWXO)) == 0)
        return OUT_OK;
    err_arg(e, "file", path);
    return err_set(e, OUT_INVALID, "secret.exposed",
                   "%s holds a secret and must be a file that only its owner can read (chmod 600)",
                   path);
}

enum outcome secret_file_private(const char *path, struct err *e)
{
    struct stat st;

    if (stat(path, &st) != 0) {
        err_arg(e, "file", path);
        return err_set(e, errno == ENOENT ? OUT_NOTFOUND : OUT_UNAVAIL, "file.open",
                       "cannot look at %s: %s", path, strerror(errno));
    }
    return check_private(path, &st, e);
}

enum outcome secret_from_file(struct pool *pool, const char *path, struct secret **out,
                              struct err *e)
{
    char line[SECRET_LINE_MAX];
    struct stat st;
    ssize_t n;
    size_t len;
    int fd;

    *out = NULL;
    if (open_file(path, &fd, e) != OUT_OK)
        return e->code;
    if (fstat(fd, &st) != 0 || check_private(path, &st, e) != OUT_OK) {
        close(fd);
        return err_set(e, OUT_UNAVAIL, "file.open", "cannot look at %s", path);
    }
    n = read(fd, line, sizeof line);
    close(fd);
    len = n > 0 ? (size_t)n : 0;
    for (size_t i = 0; i < len; i++)
        if (line[i] == '\n' || line[i] == '\r')
            len = i;
    if (len == 0 || len == sizeof line)
        err_set(e, OUT_INVALID, "secret.empty", "%s must hold one line of 1 to %d bytes", path,
                SECRET_LINE_MAX - 1);
    else
        *out = secret_new(pool, line, len);
    sodium_memzero(line, sizeof line);
    return e->code;
}

const char *secret_reveal(const struct secret *secret)
{
    return secret->text;
}

size_t secret_length(const struct secret *secret)
{
    return secret->len;
}

void secret_wipe(void *at, size_t len)
{
    sodium_memzero(at, len);
}

void token_make(char out[TOKEN_SIZE])
{
    unsigned char bytes[32];

    randombytes_buf(bytes, sizeof bytes);
    sodium_bin2base64(out, TOKEN_SIZE, bytes, sizeof bytes, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    sodium_memzero(bytes, sizeof bytes);
}

static void to_hex(const unsigned char hash[32], char out[DIGEST_SIZE])
{
    sodium_bin2hex(out, DIGEST_SIZE, hash, 32);
}

void digest(const void *data, size_t len, char out[DIGEST_SIZE])
{
    unsigned char hash[crypto_hash_sha256_BYTES];

    crypto_hash_sha256(hash, data, len);
    to_hex(hash, out);
}

enum outcome digest_file(const char *path, char out[DIGEST_SIZE], struct err *e)
{
    unsigned char hash[crypto_hash_sha256_BYTES], chunk[FILE_CHUNK];
    crypto_hash_sha256_state state;
    ssize_t n;
    int fd;

    out[0] = '\0';
    if (open_file(path, &fd, e) != OUT_OK)
        return e->code;
    crypto_hash_sha256_init(&state);
    while ((n = read(fd, chunk, sizeof chunk)) > 0)
        crypto_hash_sha256_update(&state, chunk, (size_t)n);
    close(fd);
    if (n < 0)
        return err_set(e, OUT_UNAVAIL, "file.read", "cannot read %s: %s", path, strerror(errno));
    crypto_hash_sha256_final(&state, hash);
    to_hex(hash, out);
    return OUT_OK;
}

void digest_keyed(const struct secret *key, const char *text, char out[DIGEST_SIZE])
{
    unsigned char hash[crypto_auth_hmacsha256_BYTES];
    crypto_auth_hmacsha256_state state;

    crypto_auth_hmacsha256_init(&state, (const unsigned char *)key->text, key->len);
    crypto_auth_hmacsha256_update(&state, (const unsigned char *)text, strlen(text));
    crypto_auth_hmacsha256_final(&state, hash);
    to_hex(hash, out);
}

static void sealing_key(const struct secret *key, unsigned char out[crypto_secretbox_KEYBYTES])
{
    static const char purpose[] = "tdkt seal";

    crypto_generichash(out, crypto_secretbox_KEYBYTES, (const unsigned char *)key->text, key->len,
                       (const unsigned char *)purpose, sizeof purpose - 1);
}

char *seal(struct pool *pool, const struct secret *key, const char *text)
{
    unsigned char own[crypto_secretbox_KEYBYTES];
    size_t len = strlen(text), box_len = SEAL_EXTRA + len;
    unsigned char *box = pool_alloc(pool, box_len);
    size_t room = sodium_base64_encoded_len(box_len, SEAL_ENCODING);
    char *out = pool_alloc(pool, room);

    sealing_key(key, own);
    randombytes_buf(box, crypto_secretbox_NONCEBYTES);
    crypto_secretbox_easy(box + crypto_secretbox_NONCEBYTES, (const unsigned char *)text, len, box,
                          own);
    sodium_memzero(own, sizeof own);
    sodium_bin2base64(out, room, box, box_len, SEAL_ENCODING);
    return out;
}

char *seal_open(struct pool *pool, const struct secret *key, const char *sealed)
{
    unsigned char own[crypto_secretbox_KEYBYTES];
    size_t len = strlen(sealed), box_len;
    unsigned char *box = pool_alloc(pool, len + 1);
    char *text;
    int failed;

    if (sodium_base642bin(box, len, sealed, len, NULL, &box_len, NULL, SEAL_ENCODING) != 0 ||
        box_len < SEAL_EXTRA)
        return NULL;
    text = pool_alloc(pool, box_len - SEAL_EXTRA + 1);
    sealing_key(key, own);
    failed = crypto_secretbox_open_easy((unsigned char *)text, box + crypto_secretbox_NONCEBYTES,
                                        box_len - crypto_secretbox_NONCEBYTES, box, own);
    sodium_memzero(own, sizeof own);
    if (failed)
        return NULL;
    text[box_len - SEAL_EXTRA] = '\0';
    return text;
}

bool same_text(const char *a, const char *b)
{
    size_t len = strlen(a);

    return len == strlen(b) && sodium_memcmp(a, b, len) == 0;
}

bool secret_init(void)
{
    return sodium_init() >= 0;
}
