#include "fcgi/route.h"

#include "fcgi/choices.h"
#include "fcgi/on.h"
#include "fcgi/on_system.h"
#include "lib/core/number.h"

/* A page that is read. */
#define PAGE(PATH, PERMISSION, FIELDS, RUN, SHEET)                                                 \
    {.method = METHOD_GET, .path = PATH, .permission = PERMISSION, .mode = DB_READ,                \
     .body = BODY_NONE, .fields = FIELDS, .run = RUN, .sheet = SHEET}

/* What is handed out as it is: a paper, a sheet for Excel, a file. */
#define PAPER(PATH, PERMISSION, FIELDS, RUN)                                                       \
    {.method = METHOD_GET, .path = PATH, .permission = PERMISSION, .mode = DB_READ,                \
     .body = BODY_NONE, .fields = FIELDS, .run = RUN}

/* A form that is acted on; AGAIN brings its page back with everything that was typed. */
#define FORM(PATH, PERMISSION, FIELDS, RUN, AGAIN, SHEET)                                          \
    {.method = METHOD_POST, .path = PATH, .permission = PERMISSION, .mode = DB_WRITE,              \
     .body = BODY_FORM, .fields = FIELDS, .run = RUN, .again = AGAIN, .again_sheet = SHEET}

#define UPLOAD(PATH, PERMISSION, FIELDS, RUN, AGAIN, SHEET)                                        \
    {.method = METHOD_POST, .path = PATH, .permission = PERMISSION, .mode = DB_WRITE,              \
     .body = BODY_UPLOAD, .fields = FIELDS, .prepare = on_file_scan, .run = RUN, .again = AGAIN, .again_sheet = SHEET}

/* A form that shows first what it would do. */
#define PREVIEW(PATH, PERMISSION, FIELDS, RUN, SHEET, AGAIN)                                       \
    {.method = METHOD_POST, .path = PATH, .permission = PERMISSION, .mode = DB_WRITE,              \
     .body = BODY_FORM, .fields = FIELDS, .run = RUN, .sheet = SHEET, .again = AGAIN,              \
     .again_sheet = SHEET}

/* What a program asks about this process. */
#define PROBE(PATH, RUN)                                                                           \
    {.method = METHOD_GET, .path = PATH, .permission = PERM_ANYBODY, .mode = DB_READ,              \
     .body = BODY_NONE, .run = RUN, .bare = true}

#define FIRST_YEAR 1945
#define LAST_YEAR 2100
#define ID_MAX 4294967295 /* INT UNSIGNED */

#define TEXT(NAME, MAX) {.name = NAME, .type = FIELD_TEXT, .max = MAX}
#define LONG(NAME, MAX) {.name = NAME, .type = FIELD_LONG, .max = MAX}
#define ID(NAME) {.name = NAME, .type = FIELD_INT, .min = 1, .max = ID_MAX}
#define YEAR(NAME) {.name = NAME, .type = FIELD_INT, .min = FIRST_YEAR, .max = LAST_YEAR}
#define DAY(NAME) {.name = NAME, .type = FIELD_DATE}
#define CHOICE(NAME, CODES) {.name = NAME, .type = FIELD_CHOICE, .choices = CODES}
/* The place a long list is shown from. */
#define FROM(NAME) {.name = NAME, .type = FIELD_INT, .min = 1, .max = 10000000}
#define END {.name = NULL}

static const struct field login_query[] = {TEXT("next", 500), END};

static const struct field login_fields[] = {
    {.name = "login", .type = FIELD_TEXT, .required = true, .max = DIR_LOGIN_MAX},
    {.name = "password", .type = FIELD_SECRET, .required = true, .max = DIR_PASSWORD_MAX},
    TEXT("next", 500), END};

static const struct field capacity_fields[] = {
    {.name = "grant_id", .type = FIELD_INT, .required = true, .min = 0, .max = ID_MAX},
    TEXT("next", 500), END};

static const struct field unit_query[] = {TEXT("q", 100), END};

static const struct field person_query[] = {TEXT("q", 100), ID("unit"), ID("after"), END};

static const struct field campaign_query[] = {YEAR("year"), CHOICE("state", campaign_state_codes),
                                              FROM("from"), END};

/* A page of which nothing is asked but which part of its list it shows. */
static const struct field part_view[] = {FROM("from"), END};

static const struct field nomination_query[] = {
    TEXT("q", 100), {.name = "state", .type = FIELD_CODE, .max = 16}, YEAR("year"), ID("unit"),
    ID("campaign"), CHOICE("authority", authority_codes), ID("before"), END};

static const struct field award_query_fields[] = {
    TEXT("q", 100), {.name = "award", .type = FIELD_CODE, .max = 16}, YEAR("year"), ID("unit"),
    CHOICE("method", register_method_codes), CHOICE("kind", recipient_codes), TEXT("before", 30),
    END};

static const struct field statistics_fields[] = {ID("unit"), YEAR("from_year"), YEAR("to_year"),
                                                 END};

static const struct field audit_query[] = {{.name = "object", .type = FIELD_CODE, .max = 24},
                                           {.name = "action", .type = FIELD_CODE, .max = 40},
                                           ID("object_id"), ID("person_id"), ID("before"), END};

static const struct field role_fields[] = {
    TEXT("login", 190), TEXT("ldap_group", 190),
    {.name = "role", .type = FIELD_CHOICE, .required = true, .choices = role_codes},
    {.name = "unit_id", .type = FIELD_INT, .required = true, .min = 1, .max = ID_MAX},
    DAY("valid_from"), DAY("valid_to"), END};

static const struct field nomination_new_fields[] = {
    ID("unit_id"), ID("campaign_id"), CHOICE("method", method_codes), YEAR("year"),
    {.name = "authority", .type = FIELD_CHOICE, .required = true, .choices = authority_codes},
    TEXT("title", 300), LONG("note", 4000), TEXT("minutes_no", 60), DAY("minutes_date"), END};

/* Rows, papers and timeline are shown in parts. */
static const struct field nomination_view[] = {FROM("from"), FROM("papers"), ID("events"),
                                             ID("before_change"), END};

static const struct field nomination_fields[] = {
    {.name = "title", .type = FIELD_TEXT, .required = true, .max = 300},
    LONG("note", 4000), TEXT("minutes_no", 60), DAY("minutes_date"), TEXT("unit_number", 60),
    DAY("unit_date"),
    {.name = "version", .type = FIELD_INT, .required = true, .min = 1, .max = ID_MAX}, END};

#define VERSION {.name = "version", .type = FIELD_INT, .required = true, .min = 1, .max = ID_MAX}
#define BOOK_NUMBER(NAME, MUST)                                                                    \
    {.name = NAME, .type = FIELD_INT, .required = MUST, .min = 1, .max = NUMBER_MAX}
#define COUNT(NAME) {.name = NAME, .type = FIELD_INT, .max = 255}
#define EVIDENCE_BYTES (20 << 20)

static const struct field nominee_new_fields[] = {
    {.name = "kind", .type = FIELD_CHOICE, .required = true, .choices = recipient_codes},
    {.name = "name", .type = FIELD_TEXT, .required = true, .max = 200},
    {.name = "award_code", .type = FIELD_CODE, .required = true, .max = 16},
    {.name = "achievement", .type = FIELD_LONG, .required = true, .max = 4000},
    DAY("period_from"), DAY("period_to"), ID("person_id"), ID("collective_id"), END};

/* Of a returned row only what the return names need come. */
static const struct field nominee_fields[] = {
    {.name = "award_code", .type = FIELD_CODE, .max = 16},
    TEXT("position", 160),
    LONG("achievement", 4000),
    DAY("period_from"), DAY("period_to"), VERSION, END};

static const struct field evidence_fields[] = {
    {.name = "kind", .type = FIELD_CHOICE, .required = true, .choices = evidence_codes},
    TEXT("number", 60), DAY("issued_on"), ID("nominee_id"),
    {.name = "file", .type = FIELD_FILE, .required = true, .max = EVIDENCE_BYTES}, END};

static const struct field import_fields[] = {
    {.name = "file", .type = FIELD_FILE, .max = EVIDENCE_BYTES},
    {.name = "confirm", .type = FIELD_BOOL}, ID("file_id"), CHOICE("then", after_import_codes), END};

static const struct field rows_fields[] = {
    {.name = "row", .type = FIELD_IDS, .min = 1, .max = ID_MAX},
    {.name = "outcome", .type = FIELD_CHOICE, .required = true, .choices = judge_codes},
    {.name = "return_fields", .type = FIELD_CHOICES, .choices = row_field_codes},
    LONG("reason", 500), {.name = "confirm", .type = FIELD_BOOL}, CHOICE("all", rows_all_codes),
    FROM("from"), CHOICE("then", after_rows_codes), VERSION, END};

/* on: the day the page is asked for: council and thresholds of a session, the number book of a year. */
static const struct field act_view[] = {DAY("on"), FROM("from"), END};

/* Whatever any step asks for; which of them, the flow says. */
static const struct field act_fields[] = {
    VERSION, LONG("reason", 500), CHOICE("capacity", capacity_codes), DAY("signed_on"),
    DAY("held_on"), TEXT("minutes_no", 60), COUNT("present"), COUNT("written"), COUNT("yes_all"),
    COUNT("no_all"), COUNT("yes-"), COUNT("no-"), FROM("from"), DAY("issued_on"),
    BOOK_NUMBER("number", false), LONG("recipients", 500),
    CHOICE("skipped", skipped_codes), TEXT("skipped_note", 300), BOOK_NUMBER("skipped_sure", false),
    TEXT("result_no", 60), DAY("result_date"),
    {.name = "row", .type = FIELD_IDS, .min = 1, .max = ID_MAX},
    {.name = "except", .type = FIELD_IDS, .min = 1, .max = ID_MAX},
    {.name = "all", .type = FIELD_BOOL}, END};

static const struct field number_query[] = {CHOICE("kind", series_codes), YEAR("year"), ID("before"),
                                            END};

static const struct field number_fields[] = {
    BOOK_NUMBER("first_no", true), BOOK_NUMBER("last_no", true),
    {.name = "used", .type = FIELD_CHOICE, .required = true, .choices = skipped_codes},
    {.name = "note", .type = FIELD_TEXT, .required = true, .max = 300}, VERSION, END};

static const struct field decision_query[] = {
    YEAR("year"), CHOICE("authority", authority_codes), ID("before"), END};

const struct route routes[] = {
    PROBE("/healthz", on_healthz),
    PROBE("/readyz", on_readyz),

    PAGE("/login", PERM_ANYBODY, login_query, on_login_page, "login"),
    {.method = METHOD_POST, .path = "/login", .permission = PERM_ANYBODY, .mode = DB_WRITE,
     .body = BODY_FORM, .fields = login_fields, .prepare = on_login_ask, .run = on_login,
     .again = on_login_page, .again_sheet = "login"},
    FORM("/login/portal", PERM_ANYBODY, login_query, on_login_portal, on_login_page, "login"),
    FORM("/logout", PERM_SELF, NULL, on_logout, NULL, NULL),
    FORM("/capacity", PERM_SELF, capacity_fields, on_capacity, NULL, NULL),
    PAGE("/sessions", PERM_SELF, NULL, on_session_list, "sessions"),
    FORM("/sessions/{word}/close", PERM_SELF, NULL, on_session_close, NULL, NULL),

    PAGE("/", PERM_SELF, part_view, on_home, "home"),
    PAGE("/units", PERM_READ_UNITS, unit_query, on_unit_list, "units"),
    PAGE("/units/{id}", PERM_READ_UNITS, NULL, on_unit_get, "unit"),
    PAGE("/people", PERM_READ_PEOPLE, person_query, on_person_list, "people"),
    PAGE("/people/{id}", PERM_SELF, NULL, on_person_get, "person"),
    PAGE("/campaigns", PERM_READ_CAMPAIGNS, campaign_query, on_campaign_list, "campaigns"),
    PAGE("/campaigns/{id}", PERM_READ_CAMPAIGNS, part_view, on_campaign_get, "campaign"),

    PAGE("/nominations", PERM_READ_NOMINATIONS, nomination_query, on_nomination_list,
         "nominations"),
    PAGE("/nominations/new", PERM_WRITE_NOMINATIONS, nomination_new_fields, on_nomination_new,
         "nomination-new"),
    FORM("/nominations/new", PERM_WRITE_NOMINATIONS, nomination_new_fields, on_nomination_create,
         on_nomination_new, "nomination-new"),
    PAGE("/nominations/{id}", PERM_READ_NOMINATIONS, nomination_view, on_nomination_get,
         "nomination"),
    FORM("/nominations/{id}", PERM_WRITE_NOMINATIONS, nomination_fields, on_nomination_change,
         on_nomination_get, "nomination"),

    FORM("/nominations/{id}/nominees", PERM_WRITE_NOMINATIONS, nominee_new_fields, on_nominee_add,
         on_nomination_get, "nomination"),
    PAGE("/nominations/{id}/nominees/{id}", PERM_READ_NOMINATIONS, NULL, on_nominee_get, "nominee"),
    FORM("/nominations/{id}/nominees/{id}", PERM_WRITE_NOMINATIONS, nominee_fields,
         on_nominee_change, on_nominee_get, "nominee"),
    FORM("/nominations/{id}/nominees/{id}/remove", PERM_WRITE_NOMINATIONS, NULL, on_nominee_remove,
         on_nomination_get, "nomination"),
    UPLOAD("/nominations/{id}/evidence", PERM_WRITE_NOMINATIONS, evidence_fields, on_evidence_add,
           on_evidence_again, "nomination"),
    PAPER("/nominations/{id}/evidence/{id}", PERM_READ_NOMINATIONS, NULL, on_evidence_get),
    FORM("/nominations/{id}/evidence/{id}/remove", PERM_WRITE_NOMINATIONS, NULL, on_evidence_remove,
         on_nomination_get, "nomination"),
    PAGE("/nominations/{id}/import", PERM_WRITE_NOMINATIONS, NULL, on_import_page,
         "nomination-import"),
    {.method = METHOD_POST, .path = "/nominations/{id}/import",
     .permission = PERM_WRITE_NOMINATIONS, .mode = DB_WRITE, .body = BODY_UPLOAD,
     .fields = import_fields, .prepare = on_file_scan, .run = on_import, .sheet = "nomination-import",
     .again = on_import_page, .again_sheet = "nomination-import"},
    PAPER("/nominations/{id}/import/mau.xlsx", PERM_WRITE_NOMINATIONS, NULL, on_import_xlsx),
    PAPER("/nominations/{id}/import/mau.csv", PERM_WRITE_NOMINATIONS, NULL, on_import_csv),
    PREVIEW("/nominations/{id}/rows", PERM_ACT_NOMINATIONS, rows_fields, on_rows, "rows",
            on_rows_page),
    PAGE("/nominations/{id}/act/{word}", PERM_ACT_NOMINATIONS, act_view, on_act_page, "act"),
    PREVIEW("/nominations/{id}/act/{word}", PERM_ACT_NOMINATIONS, act_fields, on_act, "act",
            on_act_page),
    PAPER("/nominations/{id}/paper/{word}", PERM_READ_NOMINATIONS, NULL, on_nomination_paper),

    PAGE("/decisions", PERM_READ_DECISIONS, decision_query, on_decision_list, "decisions"),
    PAGE("/decisions/{id}", PERM_READ_DECISIONS, part_view, on_decision_get, "decision"),
    PAPER("/decisions/{id}/paper/{word}", PERM_READ_DECISIONS, NULL, on_decision_paper),

    PAGE("/numbers", PERM_READ_DECISIONS, number_query, on_number_list, "numbers"),
    PAGE("/numbers/{id}", PERM_WRITE_NUMBERS, NULL, on_number_get, "number"),
    FORM("/numbers/{id}", PERM_WRITE_NUMBERS, number_fields, on_number_correct, on_number_get, "number"),

    PAGE("/awards", PERM_READ_AWARDS, award_query_fields, on_award_list, "awards"),
    PAPER("/awards.xlsx", PERM_READ_AWARDS, award_query_fields, on_award_export),
    PAPER("/awards/paper/so-khen-thuong", PERM_READ_AWARDS, award_query_fields, on_register_paper),
    PAPER("/statistics/paper/bang-21-cot", PERM_READ_STATISTICS, statistics_fields,
          on_table21_paper),
    PAGE("/statistics", PERM_READ_STATISTICS, statistics_fields, on_statistics, "statistics"),

    PAGE("/admin/roles", PERM_ADMIN_ROLES, part_view, on_role_list, "roles"),
    FORM("/admin/roles", PERM_ADMIN_ROLES, role_fields, on_role_grant, on_role_list, "roles"),
    FORM("/admin/roles/{id}/revoke", PERM_ADMIN_ROLES, NULL, on_role_revoke, on_role_list, "roles"),
    PAGE("/audit", PERM_READ_AUDIT, audit_query, on_audit_list, "audit"),
};

const unsigned routes_count = sizeof routes / sizeof routes[0];
