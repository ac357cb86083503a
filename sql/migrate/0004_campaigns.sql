-- Emulation campaigns: rounds, targets, criteria, allotments.

CREATE TABLE IF NOT EXISTS campaign (
    id                INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    code              VARCHAR(32) NOT NULL,
    parent_id         INT UNSIGNED NULL,
    unit_id           INT UNSIGNED NOT NULL COMMENT 'who launched it',
    name              VARCHAR(400) NOT NULL,
    fold              VARCHAR(400) NOT NULL,
    method            VARCHAR(16) NOT NULL DEFAULT 'chuyen_de',
    lead_agency       VARCHAR(200) NOT NULL DEFAULT '',
    responsible       VARCHAR(400) NOT NULL DEFAULT '',
    responsible_unit_id INT UNSIGNED NULL,
    content           TEXT NOT NULL,
    theme             VARCHAR(400) NOT NULL DEFAULT '',
    basis             VARCHAR(400) NOT NULL DEFAULT '',
    review_time       VARCHAR(200) NOT NULL DEFAULT '',
    date_from         DATE NULL,
    date_to           DATE NULL,
    state             VARCHAR(12) NOT NULL DEFAULT 'draft',
    quota_collectives INT UNSIGNED NULL COMMENT 'NULL: no limit stated; 0: none',
    quota_individuals INT UNSIGNED NULL,
    quota_note        VARCHAR(300) NOT NULL DEFAULT '',
    version           INT UNSIGNED NOT NULL DEFAULT 1,
    UNIQUE KEY campaign_code (code),
    KEY campaign_parent (parent_id),
    KEY campaign_unit (unit_id),
    CONSTRAINT campaign_parent_fk FOREIGN KEY (parent_id) REFERENCES campaign (id),
    CONSTRAINT campaign_unit_fk FOREIGN KEY (unit_id) REFERENCES unit (id),
    CONSTRAINT campaign_responsible_fk FOREIGN KEY (responsible_unit_id) REFERENCES unit (id),
    CONSTRAINT campaign_method CHECK (method IN ('cong_trang','chuyen_de','dot_xuat')),
    CONSTRAINT campaign_state CHECK (state IN ('draft','launched','running','reviewed','concluded','rewarded','closed'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE IF NOT EXISTS campaign_round (
    campaign_id  INT UNSIGNED NOT NULL,
    n            TINYINT UNSIGNED NOT NULL,
    name         VARCHAR(80) NOT NULL,
    date_from    DATE NOT NULL,
    date_to      DATE NOT NULL,
    PRIMARY KEY (campaign_id, n),
    CONSTRAINT round_campaign FOREIGN KEY (campaign_id) REFERENCES campaign (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE IF NOT EXISTS campaign_target (
    campaign_id  INT UNSIGNED NOT NULL,
    n            SMALLINT UNSIGNED NOT NULL,
    name         VARCHAR(300) NOT NULL,
    comparison   VARCHAR(2) NOT NULL,
    value        DECIMAL(16,4) NOT NULL,
    measure      VARCHAR(60) NOT NULL,
    actual       DECIMAL(16,4) NULL,
    PRIMARY KEY (campaign_id, n),
    CONSTRAINT target_campaign FOREIGN KEY (campaign_id) REFERENCES campaign (id),
    CONSTRAINT target_comparison CHECK (comparison IN ('>=','>','=','<','<='))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE IF NOT EXISTS campaign_criterion (
    campaign_id  INT UNSIGNED NOT NULL,
    n            SMALLINT UNSIGNED NOT NULL,
    text         VARCHAR(500) NOT NULL,
    points       SMALLINT UNSIGNED NULL,
    cite         VARCHAR(200) NOT NULL DEFAULT '',
    PRIMARY KEY (campaign_id, n),
    CONSTRAINT criterion_campaign FOREIGN KEY (campaign_id) REFERENCES campaign (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
