#include "lib/conf/key.h"

#include <limits.h>

#include "lib/conf/conf.h"

#define TEXT(section, key, field, initial, sentence) \
    {section, key, CONF_TEXT, offsetof(struct conf, field), initial, 0, 0, "", sentence}
#define WORDS(section, key, field, initial, sentence) \
    {section, key, CONF_TEXT, offsetof(struct conf, field), initial, 1, 0, "", sentence}
#define FILE_OF_SECRET(section, key, field, sentence) \
    {section, key, CONF_SECRET, offsetof(struct conf, field), "", 0, 0, "", sentence}
#define SITE(section, key, field, sentence) \
    {section, key, CONF_SITE, offsetof(struct conf, field), "", 0, 0, "", sentence}
#define INT(section, key, field, initial, min, max, sentence) \
    {section, key, CONF_INT, offsetof(struct conf, field), initial, min, max, "", sentence}
#define CHOICE(section, key, field, initial, choices, sentence) \
    {section, key, CONF_CHOICE, offsetof(struct conf, field), initial, 0, 0, choices, sentence}

const struct conf_key conf_keys[] = {
    TEXT("server", "listen", listen, "",
         "Where nginx reaches the program: a socket's path or host:port; empty: the socket it is "
         "started with."),
    INT("server", "workers", workers, "4", 1, 64, "Processes that answer requests."),
    INT("server", "worker_requests", worker_requests, "10000", 1, 1000000,
        "Requests after which a process is replaced by a fresh one."),
    INT("server", "request_seconds", request_seconds, "30", 1, 600,
        "A request that takes longer is ended; nothing of it is kept."),
    INT("server", "drain_seconds", drain_seconds, "30", 1, 600,
        "How long a process may finish its request when the program stops."),
    INT("server", "body_bytes", body_bytes, "1048576", 4096, 16777216,
        "The largest form without files; nginx lets through what client_max_body_size says at the top of "
        "tdkt/locations.conf."),
    INT("server", "upload_bytes", upload_bytes, "22020096", 65536, 268435456,
        "The largest form with files: a paper may have 20 MB, and other fields come with it. Raised here, it is "
        "raised as client_max_body_size of tdkt/locations.conf too: nginx refuses what is larger."),
    INT("server", "request_memory", request_memory, "134217728", 8388608, 1073741824,
        "Bytes one request may take; a process that needs more is replaced."),
    TEXT("server", "data_dir", data_dir, "",
         "The folder of xslt, conf and sql; empty: where it was installed."),
    TEXT("server", "files_dir", files_dir, "/var/lib/tdkt/files",
         "The folder where attached files are kept."),
    INT("server", "dossier_files_bytes", dossier_files_bytes, "209715200", 1048576, INT_MAX,
        "The papers of one dossier take no more than this together."),
    TEXT("server", "scan_command", scan_command, "",
         "A virus scanner and its arguments, divided by blanks, as in /usr/bin/clamdscan --no-summary -; each file that is "
         "handed in is given to it, and ends 0: clean, 1: found something. Empty: nothing is scanned."),
    INT("server", "scan_seconds", scan_seconds, "20", 1, 599,
        "A scanner that takes longer is ended and the file not taken; less than request_seconds."),
    SITE("server", "base_url", base_url,
         "The address people type, as in https://thidua.example.vn; empty: as the request says."),

    TEXT("database", "host", db_host, "localhost",
         "MariaDB server; several as host:port,host:port are tried in order."),
    INT("database", "port", db_port, "3306", 1, 65535, "Its port."),
    TEXT("database", "socket", db_socket, "/run/mysqld/mysqld.sock",
         "Its local socket, used instead of the port; empty: none."),
    TEXT("database", "user", db_user, "tdkt", "The account, which may change rows but no tables."),
    TEXT("database", "name", db_name, "tdkt", "The database."),
    FILE_OF_SECRET("database", "password_file", db_password_file,
                   "File with the account's password; empty: the socket says who we are."),
    TEXT("database", "tls_ca", db_tls_ca, "",
         "File with the authority that signed the server's certificate; needed unless the socket "
         "is used."),
    INT("database", "seconds", db_seconds, "10", 1, 300, "Longest wait for an answer."),

    TEXT("ldap", "uris", ldap_uris, "ldap://localhost",
         "Directory servers separated by spaces, tried in order; ldap:// is always secured by "
         "StartTLS."),
    TEXT("ldap", "base", ldap_base, "ou=people,dc=syt,dc=vn", "Below it people are found."),
    TEXT("ldap", "filter", ldap_filter, "(&(objectClass=inetOrgPerson)(uid={login}))",
         "Finds one person; {login} stands for what was typed."),
    TEXT("ldap", "bind_dn", ldap_bind_dn, "cn=tdkt,ou=services,dc=syt,dc=vn",
         "The account that searches."),
    FILE_OF_SECRET("ldap", "password_file", ldap_password_file, "File with its password."),
    TEXT("ldap", "tls_ca", ldap_tls_ca, "/etc/ssl/certs/ca-certificates.crt",
         "File with the authority that signed the servers' certificates."),
    TEXT("ldap", "group_base", ldap_group_base, "ou=groups,dc=syt,dc=vn",
         "Below it groups are found; empty: no groups."),
    TEXT("ldap", "group_filter", ldap_group_filter, "(objectClass=groupOfNames)",
         "Finds every group."),
    TEXT("ldap", "group_member", ldap_group_member, "member",
         "The attribute of a group that names its members."),
    TEXT("ldap", "sync_filter", ldap_sync_filter, "(objectClass=inetOrgPerson)",
         "Finds everybody who works here."),
    TEXT("ldap", "map_id", ldap_map_id, "entryUUID",
         "The attribute that never changes: entryUUID, or objectGUID of Active Directory."),
    TEXT("ldap", "map_login", ldap_map_login, "uid", "The attribute with the login name."),
    TEXT("ldap", "map_name", ldap_map_name, "cn", "The attribute with the full name."),
    TEXT("ldap", "map_mail", ldap_map_mail, "mail", "The attribute with the mail address."),
    TEXT("ldap", "map_staff_no", ldap_map_staff_no, "employeeNumber",
         "The attribute with the staff number."),
    TEXT("ldap", "map_unit", ldap_map_unit, "departmentNumber",
         "The attribute with the unit's code."),
    TEXT("ldap", "map_title", ldap_map_title, "title", "The attribute with the position."),
    INT("ldap", "seconds", ldap_seconds, "5", 1, 60, "Longest wait for one login."),
    INT("ldap", "page_size", ldap_page_size, "500", 1, 1000, "People asked for at a time in a sync."),
    INT("ldap", "brake_percent", ldap_brake_percent, "5", 0, 100,
        "A sync that would disable more than this share of the people stops."),
    INT("ldap", "brake_count", ldap_brake_count, "20", 0, 100000,
        "A sync that would disable more people than this stops."),

    INT("session", "idle_minutes", session_idle_minutes, "60", 1, 1440,
        "A session ends when nothing was asked for so long."),
    INT("session", "absolute_hours", session_absolute_hours, "10", 1, 168,
        "A session ends after so long in any case."),
    CHOICE("session", "cookie_secure", cookie_secure, "yes", "yes no",
           "no is for a demonstration on one machine without TLS only."),
    CHOICE("session", "portal", portal, "no", "yes no",
           "yes: whom the portal has let in (TDKT_REMOTE_USER, set by nginx alone) needs no password here."),

    INT("login", "free_attempts", login_free_attempts, "5", 1, 100,
        "Wrong passwords before waiting starts."),
    INT("login", "wait_seconds", login_wait_seconds, "5", 1, 3600,
        "The first wait; it doubles with every further wrong password."),
    INT("login", "wait_max_seconds", login_wait_max_seconds, "900", 1, 86400, "The longest wait."),
    CHOICE("login", "tell_unknown", login_tell_unknown, "yes", "yes no",
           "yes: who mistypes his name is told so, and anybody can find out which names exist; no: one "
           "sentence for both."),

    TEXT("office", "parent", office_parent, "UBND TỈNH CÀ MAU",
         "The authority above, as it heads a paper."),
    WORDS("office", "name", office_name, "SỞ Y TẾ", "The office, as it heads a paper."),
    WORDS("office", "full", office_full, "SỞ Y TẾ TỈNH CÀ MAU",
         "The office, as it stands above the name of a unit on the unit's papers."),
    WORDS("office", "short", office_short, "Sở Y tế", "The office within a sentence."),
    WORDS("office", "place", office_place, "Cà Mau", "The place that stands before a paper's date."),
    WORDS("office", "province", office_province, "tỉnh Cà Mau", "The province within a sentence."),
    WORDS("office", "head", office_head, "GIÁM ĐỐC", "Title of the head, as it is signed."),
    WORDS("office", "deputy", office_deputy, "PHÓ GIÁM ĐỐC", "Title of a deputy, as it is signed."),
    WORDS("office", "symbol", office_symbol, "SYT", "The office in numbers of papers: 12/QĐ-SYT."),
    TEXT("office", "archive", office_archive, "TCCB", "Who keeps a copy beside the records: Lưu: VT, TCCB."),
    TEXT("office", "standing", office_standing, "Phòng Tổ chức cán bộ",
         "The standing office of the council."),

    CHOICE("log", "level", log_level, "info", "error warn info debug",
           "Lines above this level are printed only together with an error."),
};

const unsigned conf_keys_count = sizeof conf_keys / sizeof conf_keys[0];
