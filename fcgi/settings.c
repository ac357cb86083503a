#include "fcgi/settings.h"

static enum outcome password(struct pool *pool, const char *file, struct secret **out,
                             struct err *e)
{
    *out = NULL;
    return *file ? secret_from_file(pool, file, out, e) : OUT_OK;
}

enum outcome settings_db(struct pool *pool, const struct conf *conf, struct db_settings *out,
                         struct err *e)
{
    struct secret *secret;
    enum outcome result = password(pool, conf->db_password_file, &secret, e);

    *out = (struct db_settings){
        .host = conf->db_host, .socket = conf->db_socket, .port = conf->db_port,
        .user = conf->db_user, .name = conf->db_name, .password = secret,
        .tls_ca = conf->db_tls_ca, .seconds = conf->db_seconds,
    };
    return result;
}

enum outcome settings_dir(struct pool *pool, const struct conf *conf, struct dir_settings *out,
                          struct err *e)
{
    struct secret *secret;
    enum outcome result = password(pool, conf->ldap_password_file, &secret, e);

    *out = (struct dir_settings){
        .uris = conf->ldap_uris, .base = conf->ldap_base, .filter = conf->ldap_filter,
        .bind_dn = conf->ldap_bind_dn, .password = secret, .tls_ca = conf->ldap_tls_ca,
        .group_base = conf->ldap_group_base, .group_filter = conf->ldap_group_filter,
        .group_member = conf->ldap_group_member, .sync_filter = conf->ldap_sync_filter,
        .map_id = conf->ldap_map_id, .map_login = conf->ldap_map_login,
        .map_name = conf->ldap_map_name, .map_mail = conf->ldap_map_mail,
        .map_staff_no = conf->ldap_map_staff_no, .map_unit = conf->ldap_map_unit,
        .map_title = conf->ldap_map_title,
        .seconds = conf->ldap_seconds, .page_size = conf->ldap_page_size,
    };
    return result;
}

struct scanner settings_scanner(const struct conf *conf)
{
    return (struct scanner){.command = conf->scan_command, .seconds = conf->scan_seconds};
}

enum outcome settings_scanner_check(const struct conf *conf, struct err *e)
{
    const struct scanner scanner = settings_scanner(conf);

    if (*scanner.command && scanner.seconds >= conf->request_seconds)
        return err_set(e, OUT_INVALID, "scan.seconds", "[server] scan_seconds (%d) must be less than request_seconds (%d)",
                       scanner.seconds, conf->request_seconds);
    return scan_check(&scanner, e);
}
