-- Award catalogue, dossiers, councils.

-- Derived from conf/law by `tdkt law load`; a code keeps its row when it leaves the law (valid_to).
CREATE TABLE IF NOT EXISTS award_type (
    code            VARCHAR(16) NOT NULL PRIMARY KEY,
    name            VARCHAR(200) NOT NULL,
    family          VARCHAR(16) NOT NULL,
    system          VARCHAR(8) NOT NULL DEFAULT 'nha_nuoc',
    for_person      BOOLEAN NOT NULL,
    for_collective  BOOLEAN NOT NULL,
    for_household   BOOLEAN NOT NULL,
    level           VARCHAR(12) NOT NULL,
    decides         VARCHAR(16) NOT NULL,
    rank_order      SMALLINT UNSIGNED NOT NULL COMMENT '1 is the highest',
    valid_from      DATE NOT NULL,
    valid_to        DATE NULL,
    verified        BOOLEAN NOT NULL DEFAULT TRUE,
    CONSTRAINT award_family CHECK (family IN ('title','commendation','other')),
    CONSTRAINT award_level CHECK (level IN ('don_vi','so','tinh','bo','chinh_phu','nha_nuoc','khac'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE IF NOT EXISTS nomination (
    id            INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    unit_id       INT UNSIGNED NOT NULL COMMENT 'who nominates',
    campaign_id   INT UNSIGNED NULL,
    method        VARCHAR(16) NOT NULL,
    year          SMALLINT UNSIGNED NOT NULL,
    authority     VARCHAR(16) NOT NULL COMMENT 'who decides: giam_doc_so, chu_tich_tinh, bo_truong, thu_tuong, chu_tich_nuoc',
    title         VARCHAR(300) NOT NULL,
    fold          VARCHAR(300) NOT NULL,
    note          TEXT NOT NULL,
    minutes_no    VARCHAR(60) NOT NULL DEFAULT '' COMMENT 'the unit''s own review minutes',
    minutes_date  DATE NULL,
    unit_number   VARCHAR(60) NOT NULL DEFAULT '' COMMENT 'number of the unit''s own tờ trình',
    unit_date     DATE NULL,
    state         VARCHAR(16) NOT NULL,
    flow          VARCHAR(24) NOT NULL,
    flow_version  SMALLINT UNSIGNED NOT NULL,
    since         DATETIME NOT NULL COMMENT 'in this state',
    due_on        DATE NULL,
    created_by    INT UNSIGNED NOT NULL,
    created_at    DATETIME NOT NULL,
    version       INT UNSIGNED NOT NULL DEFAULT 1,
    KEY nomination_unit (unit_id, state),
    KEY nomination_state (state, since, id),
    KEY nomination_campaign (campaign_id),
    CONSTRAINT nomination_unit_fk FOREIGN KEY (unit_id) REFERENCES unit (id),
    CONSTRAINT nomination_campaign_fk FOREIGN KEY (campaign_id) REFERENCES campaign (id),
    CONSTRAINT nomination_by FOREIGN KEY (created_by) REFERENCES person (id),
    CONSTRAINT nomination_method CHECK (method IN ('cong_trang','chuyen_de','dot_xuat','cong_hien','doi_ngoai'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE IF NOT EXISTS council (
    id           INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    unit_id      INT UNSIGNED NOT NULL,
    kind         VARCHAR(12) NOT NULL DEFAULT 'tdkt',
    name         VARCHAR(200) NOT NULL,
    decision_no  VARCHAR(60) NOT NULL,
    founded_on   DATE NOT NULL,
    until        DATE NULL,
    members      TINYINT UNSIGNED NOT NULL COMMENT 'N of the founding decision',
    CONSTRAINT council_unit FOREIGN KEY (unit_id) REFERENCES unit (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE IF NOT EXISTS council_session (
    id             INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    council_id     INT UNSIGNED NOT NULL,
    nomination_id  INT UNSIGNED NOT NULL,
    held_on        DATE NOT NULL,
    minutes_no     VARCHAR(60) NOT NULL,
    members        TINYINT UNSIGNED NOT NULL COMMENT 'N on that day',
    present        TINYINT UNSIGNED NOT NULL,
    written        TINYINT UNSIGNED NOT NULL DEFAULT 0,
    KEY council_session_nomination (nomination_id),
    CONSTRAINT cs_council FOREIGN KEY (council_id) REFERENCES council (id),
    CONSTRAINT cs_nomination FOREIGN KEY (nomination_id) REFERENCES nomination (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE IF NOT EXISTS nominee (
    id             INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    nomination_id  INT UNSIGNED NOT NULL,
    ordinal        SMALLINT UNSIGNED NOT NULL COMMENT 'order on paper; collectives first',
    kind           VARCHAR(10) NOT NULL,
    person_id      INT UNSIGNED NULL,
    collective_id  INT UNSIGNED NULL,
    name           VARCHAR(200) NOT NULL COMMENT 'as it was when added',
    position       VARCHAR(160) NOT NULL DEFAULT '',
    unit_id        INT UNSIGNED NOT NULL COMMENT 'of the person on that day; the managing unit of a collective',
    unit_name      VARCHAR(200) NOT NULL,
    leader         BOOLEAN NULL COMMENT 'NULL for collectives',
    award_code     VARCHAR(16) NOT NULL,
    achievement    TEXT NOT NULL,
    period_from    DATE NULL,
    period_to      DATE NULL,
    outcome        VARCHAR(10) NOT NULL DEFAULT 'pending',
    reason         VARCHAR(500) NOT NULL DEFAULT '',
    return_fields  VARCHAR(120) NOT NULL DEFAULT '' COMMENT 'names of fields to correct, by space',
    bonus          INT UNSIGNED NULL COMMENT 'set by the decision',
    yes            TINYINT UNSIGNED NULL,
    no             TINYINT UNSIGNED NULL,
    version        INT UNSIGNED NOT NULL DEFAULT 1,
    UNIQUE KEY nominee_person (nomination_id, person_id, award_code),
    UNIQUE KEY nominee_collective (nomination_id, collective_id, award_code),
    KEY nominee_outcome (outcome, nomination_id),
    KEY nominee_by_person (person_id),
    KEY nominee_by_collective (collective_id),
    CONSTRAINT nominee_nomination FOREIGN KEY (nomination_id) REFERENCES nomination (id),
    CONSTRAINT nominee_person_fk FOREIGN KEY (person_id) REFERENCES person (id),
    CONSTRAINT nominee_collective_fk FOREIGN KEY (collective_id) REFERENCES unit (id),
    CONSTRAINT nominee_unit_fk FOREIGN KEY (unit_id) REFERENCES unit (id),
    CONSTRAINT nominee_award FOREIGN KEY (award_code) REFERENCES award_type (code),
    CONSTRAINT nominee_kind CHECK ((kind = 'person' AND person_id IS NOT NULL AND collective_id IS NULL)
                                OR (kind = 'collective' AND collective_id IS NOT NULL AND person_id IS NULL)),
    CONSTRAINT nominee_outcome CHECK (outcome IN ('pending','accepted','returned','refused','passed','failed','granted'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- What the rules said, kept with the dossier: the newest row of a nominee is in force.
CREATE TABLE IF NOT EXISTS eligibility (
    nominee_id  INT UNSIGNED NOT NULL,
    rule_id     VARCHAR(24) NOT NULL,
    checked_at  DATETIME NOT NULL,
    regime      VARCHAR(8) NOT NULL,
    result      VARCHAR(8) NOT NULL COMMENT 'pass, fail, missing',
    severity    VARCHAR(8) NOT NULL COMMENT 'block, warn, info',
    say         VARCHAR(300) NOT NULL COMMENT 'the condition in words',
    found       VARCHAR(300) NOT NULL,
    cite        VARCHAR(200) NOT NULL,
    verified    BOOLEAN NOT NULL,
    PRIMARY KEY (nominee_id, rule_id),
    CONSTRAINT eligibility_nominee FOREIGN KEY (nominee_id) REFERENCES nominee (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE IF NOT EXISTS file (
    id           INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    digest       CHAR(64) NOT NULL,
    size         INT UNSIGNED NOT NULL,
    media_type   VARCHAR(80) NOT NULL,
    name         VARCHAR(200) NOT NULL,
    uploaded_by  INT UNSIGNED NOT NULL,
    uploaded_at  DATETIME NOT NULL,
    KEY file_digest (digest),
    CONSTRAINT file_by FOREIGN KEY (uploaded_by) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE IF NOT EXISTS evidence (
    id             INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    nomination_id  INT UNSIGNED NOT NULL,
    nominee_id     INT UNSIGNED NULL COMMENT 'NULL: of the whole dossier',
    kind           VARCHAR(24) NOT NULL,
    number         VARCHAR(60) NOT NULL DEFAULT '',
    issued_on      DATE NULL,
    file_id        INT UNSIGNED NOT NULL,
    KEY evidence_nomination (nomination_id),
    KEY evidence_nominee (nominee_id),
    CONSTRAINT evidence_nomination_fk FOREIGN KEY (nomination_id) REFERENCES nomination (id),
    CONSTRAINT evidence_nominee_fk FOREIGN KEY (nominee_id) REFERENCES nominee (id) ON DELETE CASCADE,
    CONSTRAINT evidence_file_fk FOREIGN KEY (file_id) REFERENCES file (id),
    CONSTRAINT evidence_kind CHECK (kind IN ('to_trinh','bao_cao','bien_ban','ket_qua_phieu','sang_kien_co_so','sang_kien_tinh','sang_kien_toan_quoc','de_tai_co_so','de_tai_tinh','xep_loai','khac'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- History of a dossier: append only, the source of its timeline.
CREATE TABLE IF NOT EXISTS nomination_event (
    id             INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    nomination_id  INT UNSIGNED NOT NULL,
    at             DATETIME NOT NULL,
    person_id      INT UNSIGNED NOT NULL,
    role           VARCHAR(16) NOT NULL,
    capacity       VARCHAR(4) NOT NULL DEFAULT '' COMMENT 'KT, Q as it is printed; empty: own',
    action         VARCHAR(24) NOT NULL,
    from_state     VARCHAR(16) NOT NULL,
    to_state       VARCHAR(16) NOT NULL,
    nominee_id     INT UNSIGNED NULL,
    note           VARCHAR(500) NOT NULL DEFAULT '',
    version        INT UNSIGNED NOT NULL COMMENT 'of the dossier afterwards',
    KEY nomination_event_nomination (nomination_id, id),
    CONSTRAINT ne_nomination FOREIGN KEY (nomination_id) REFERENCES nomination (id),
    CONSTRAINT ne_person FOREIGN KEY (person_id) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE IF NOT EXISTS holiday (
    day   DATE NOT NULL PRIMARY KEY,
    name  VARCHAR(80) NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
