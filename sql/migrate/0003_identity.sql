-- Sessions, one-time form tokens, login throttling, roles.

CREATE TABLE IF NOT EXISTS role_grant (
    id          INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    person_id   INT UNSIGNED NULL,
    ldap_group  VARCHAR(190) NULL COMMENT 'cn of a directory group',
    role        VARCHAR(16) NOT NULL,
    unit_id     INT UNSIGNED NOT NULL COMMENT 'with everything below it',
    valid_from  DATE NOT NULL,
    valid_to    DATE NULL,
    granted_by  INT UNSIGNED NULL,
    granted_at  DATETIME NOT NULL DEFAULT UTC_TIMESTAMP(),
    revoked_at  DATETIME NULL,
    KEY role_grant_person (person_id),
    KEY role_grant_group (ldap_group),
    CONSTRAINT rg_person FOREIGN KEY (person_id) REFERENCES person (id),
    CONSTRAINT rg_unit FOREIGN KEY (unit_id) REFERENCES unit (id),
    CONSTRAINT rg_by FOREIGN KEY (granted_by) REFERENCES person (id),
    CONSTRAINT rg_role CHECK (role IN ('staff','clerk','head','appraiser','secretary','director','records','accountant','auditor','admin')),
    CONSTRAINT rg_one CHECK ((person_id IS NULL) <> (ldap_group IS NULL))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- Groups as the directory gave them at the last login or sync.
CREATE TABLE IF NOT EXISTS person_group (
    person_id   INT UNSIGNED NOT NULL,
    ldap_group  VARCHAR(190) NOT NULL,
    PRIMARY KEY (person_id, ldap_group),
    KEY person_group_group (ldap_group),
    CONSTRAINT pg_person FOREIGN KEY (person_id) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE IF NOT EXISTS session (
    token_hash  CHAR(64) NOT NULL PRIMARY KEY,
    public_id   CHAR(16) NOT NULL COMMENT 'names the session on its owner''s page',
    person_id   INT UNSIGNED NOT NULL,
    grant_id    INT UNSIGNED NULL COMMENT 'the role acted in; NULL: staff, oneself only',
    csrf        CHAR(43) NOT NULL,
    created_at  DATETIME NOT NULL,
    seen_at     DATETIME NOT NULL,
    expires_at  DATETIME NOT NULL COMMENT 'absolute limit',
    address     VARCHAR(45) NOT NULL,
    agent       VARCHAR(200) NOT NULL,
    UNIQUE KEY session_public (public_id),
    KEY session_person (person_id),
    KEY session_expires (expires_at),
    CONSTRAINT session_person_fk FOREIGN KEY (person_id) REFERENCES person (id),
    CONSTRAINT session_grant_fk FOREIGN KEY (grant_id) REFERENCES role_grant (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- A form is acted on once: the second post of the same token finds where the first one led.
CREATE TABLE IF NOT EXISTS form_token (
    token_hash  CHAR(64) NOT NULL PRIMARY KEY,
    person_id   INT UNSIGNED NOT NULL,
    used_at     DATETIME NOT NULL,
    location    VARCHAR(300) NOT NULL,
    KEY form_token_used (used_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- Failures per account and per address; the name is kept as a digest only.
CREATE TABLE IF NOT EXISTS login_failure (
    subject     CHAR(64) NOT NULL PRIMARY KEY,
    failures    INT UNSIGNED NOT NULL,
    last_at     DATETIME NOT NULL,
    open_at     DATETIME NOT NULL COMMENT 'no attempt is made before'
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- Who may do what today.
CREATE OR REPLACE SQL SECURITY INVOKER VIEW grant_now AS
    SELECT g.id AS grant_id, g.person_id, g.role, g.unit_id, u.path, NULL AS ldap_group
      FROM role_grant g JOIN unit u ON u.id = g.unit_id
     WHERE g.person_id IS NOT NULL AND g.revoked_at IS NULL
       AND g.valid_from <= DATE(UTC_TIMESTAMP() + INTERVAL 7 HOUR)
       AND (g.valid_to IS NULL OR g.valid_to >= DATE(UTC_TIMESTAMP() + INTERVAL 7 HOUR))
    UNION ALL
    SELECT g.id, pg.person_id, g.role, g.unit_id, u.path, g.ldap_group
      FROM role_grant g JOIN person_group pg ON pg.ldap_group = g.ldap_group
           JOIN unit u ON u.id = g.unit_id
     WHERE g.revoked_at IS NULL
       AND g.valid_from <= DATE(UTC_TIMESTAMP() + INTERVAL 7 HOUR)
       AND (g.valid_to IS NULL OR g.valid_to >= DATE(UTC_TIMESTAMP() + INTERVAL 7 HOUR));
