-- Who did what, when, in which capacity, before and after. Append only: the service may not UPDATE or DELETE here.

CREATE TABLE IF NOT EXISTS audit (
    id           BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    at           DATETIME NOT NULL,
    person_id    INT UNSIGNED NULL COMMENT 'NULL: the system or an unknown person',
    role         VARCHAR(16) NOT NULL DEFAULT '',
    capacity     VARCHAR(4) NOT NULL DEFAULT '',
    action       VARCHAR(40) NOT NULL,
    object       VARCHAR(24) NOT NULL,
    object_id    INT UNSIGNED NULL,
    unit_id      INT UNSIGNED NULL,
    before_text  TEXT NULL,
    after_text   TEXT NULL,
    request_id   VARCHAR(40) NOT NULL,
    address      VARCHAR(45) NOT NULL DEFAULT '',
    KEY audit_object (object, object_id, id),
    KEY audit_person (person_id, id),
    KEY audit_at (at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
