/* Configuration: `key = value` lines in [sections], checked against a table.
 *
 * An unknown key, a key twice, a value of the wrong type or out of range is an error with
 * file:line.  Secrets are only ever named by file (`*_file`).  The table in conf.c is the one
 * place where a key, its default and its meaning stand; the sample file and the manual are
 * printed from it (`tdkt config sample`), and a test fails when they differ.
 */
#ifndef TDKT_CONF_CONF_H
#define TDKT_CONF_CONF_H

#include <stdio.h>

#include "lib/base/err.h"
#include "lib/base/pool.h"

struct conf {
    /* [server] */
    const char *listen;        /* "" (LISTEN_FDS or fd 0), unix path, or host:port */
    int workers;               /* processes */
    int worker_requests;       /* a worker retires after so many */
    int request_seconds;       /* deadline of one request */
    int drain_seconds;         /* how long a draining worker may finish */
    int body_bytes;            /* largest form without files */
    int upload_bytes;          /* largest body with files */
    int request_memory;        /* bytes of one request's pool */
    const char *data_dir;      /* xslt/, conf/law, conf/flow, conf/schema, messages, sql/ below it */
    const char *files_dir;     /* attachments by digest */
    int dossier_files_bytes;   /* what the papers of one dossier may take */
    const char *scan_command;  /* virus scanner: absolute path and arguments; "" = none */
    int scan_seconds;          /* how long it may take; less than request_seconds (settings_scanner_check) */
    const char *base_url;      /* "https://host" for same-origin checks; "" = from the request */
    /* [database] */
    const char *db_host, *db_socket, *db_user, *db_name, *db_password_file, *db_tls_ca;
    int db_port, db_seconds;
    /* [ldap] */
    const char *ldap_uris, *ldap_base, *ldap_filter, *ldap_bind_dn, *ldap_password_file, *ldap_tls_ca;
    const char *ldap_group_base, *ldap_group_filter, *ldap_group_member;
    const char *ldap_sync_filter;
    const char *ldap_map_id, *ldap_map_login, *ldap_map_name, *ldap_map_mail, *ldap_map_staff_no,
        *ldap_map_unit, *ldap_map_title;
    int ldap_seconds, ldap_page_size, ldap_brake_percent, ldap_brake_count;
    /* [session] */
    int session_idle_minutes, session_absolute_hours;
    const char *cookie_secure; /* "yes", "no" (loopback demonstration only) */
    const char *portal;        /* "yes": whom nginx names in TDKT_REMOTE_USER is believed */
    /* [login] */
    int login_free_attempts;   /* failures before waiting starts */
    int login_wait_seconds;    /* first wait; doubles */
    int login_wait_max_seconds;
    const char *login_tell_unknown; /* "yes": an unknown name is told apart from a wrong password */
    /* [office] printed on every paper */
    const char *office_parent, *office_name, *office_short, *office_place, *office_province,
        *office_head, *office_deputy, *office_symbol, *office_standing, *office_archive, *office_full;
    /* [log] */
    const char *log_level;
};

/* Reads the file and the files of <path>.d after it (later wins).  Everything lives in the pool. */
enum outcome conf_load(struct pool *pool, const char *path, struct conf **out, struct err *e)
    TDKT_MUST_USE;

/* Every key with its comment and default, as a file. */
void conf_sample(FILE *to);

/* What is in force, one key per line. */
void conf_show(const struct conf *conf, FILE *to);

#endif
