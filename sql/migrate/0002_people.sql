-- People, what they are where and when, yearly ratings, holds.

CREATE TABLE IF NOT EXISTS person (
    id            INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    staff_no      VARCHAR(32) NULL COMMENT 'number in the personnel system',
    citizen_id    VARCHAR(12) NULL,
    directory_id  VARCHAR(64) NULL COMMENT 'entryUUID, objectGUID: survives a change of login',
    login         VARCHAR(190) NULL,
    full_name     VARCHAR(120) NOT NULL,
    fold          VARCHAR(120) NOT NULL,
    lower_name    VARCHAR(120) NOT NULL,
    sort_key      VARCHAR(400) NOT NULL COMMENT 'given-name order',
    sex           VARCHAR(3) NULL COMMENT 'nam, nu',
    birth_date    DATE NULL,
    mail          VARCHAR(190) NULL,
    status        VARCHAR(12) NOT NULL DEFAULT 'working',
    in_directory  BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'FALSE: may not log in',
    version       INT UNSIGNED NOT NULL DEFAULT 1,
    UNIQUE KEY person_staff_no (staff_no),
    UNIQUE KEY person_citizen_id (citizen_id),
    UNIQUE KEY person_directory_id (directory_id),
    KEY person_login (login),
    KEY person_fold (fold),
    KEY person_sort (sort_key(100), id),
    CONSTRAINT person_sex CHECK (sex IN ('nam','nu')),
    CONSTRAINT person_status CHECK (status IN ('working','retired','resigned','deceased','external'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE IF NOT EXISTS position (
    id          INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    person_id   INT UNSIGNED NOT NULL,
    unit_id     INT UNSIGNED NOT NULL,
    title       VARCHAR(160) NOT NULL,
    leader      BOOLEAN NOT NULL COMMENT 'deputy head of a room or above; FALSE: direct worker',
    valid_from  DATE NOT NULL,
    valid_to    DATE NULL,
    KEY position_person (person_id, valid_from),
    KEY position_unit (unit_id, valid_to, valid_from, person_id),
    CONSTRAINT position_person_fk FOREIGN KEY (person_id) REFERENCES person (id),
    CONSTRAINT position_unit_fk FOREIGN KEY (unit_id) REFERENCES unit (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- Exactly one of person_id and unit_id.
CREATE TABLE IF NOT EXISTS rating (
    id         INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    person_id  INT UNSIGNED NULL,
    unit_id    INT UNSIGNED NULL,
    year       SMALLINT UNSIGNED NOT NULL,
    value      VARCHAR(8) NOT NULL,
    source     VARCHAR(120) NOT NULL DEFAULT '',
    UNIQUE KEY rating_person (person_id, year),
    UNIQUE KEY rating_unit (unit_id, year),
    CONSTRAINT rating_person_fk FOREIGN KEY (person_id) REFERENCES person (id),
    CONSTRAINT rating_unit_fk FOREIGN KEY (unit_id) REFERENCES unit (id),
    CONSTRAINT rating_value CHECK (value IN ('HTXSNV','HTTNV','HTNV','KHTNV')),
    CONSTRAINT rating_one CHECK ((person_id IS NULL) <> (unit_id IS NULL))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- A discipline, or an open case (until NULL) that stops a nomination. Restricted reading.
CREATE TABLE IF NOT EXISTS hold (
    id         INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    person_id  INT UNSIGNED NULL,
    unit_id    INT UNSIGNED NULL,
    kind       VARCHAR(16) NOT NULL,
    level      VARCHAR(24) NOT NULL DEFAULT '',
    from_date  DATE NOT NULL,
    to_date    DATE NULL,
    note       VARCHAR(300) NOT NULL DEFAULT '',
    KEY hold_person (person_id),
    KEY hold_unit (unit_id),
    CONSTRAINT hold_person_fk FOREIGN KEY (person_id) REFERENCES person (id),
    CONSTRAINT hold_unit_fk FOREIGN KEY (unit_id) REFERENCES unit (id),
    CONSTRAINT hold_kind CHECK (kind IN ('discipline','under_review')),
    CONSTRAINT hold_level CHECK (level IN ('','khien_trach','canh_cao','ha_bac_luong','giang_chuc','cach_chuc','buoc_thoi_viec')),
    CONSTRAINT hold_one CHECK ((person_id IS NULL) <> (unit_id IS NULL))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
