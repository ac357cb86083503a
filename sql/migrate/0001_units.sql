-- Units: a tree by materialised path, names by date, reorganisations as dated events.

CREATE TABLE IF NOT EXISTS unit (
    id          INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    code        VARCHAR(32) NOT NULL,
    kind        VARCHAR(24) NOT NULL COMMENT 'so phong chi_cuc benh_vien trung_tam trung_tam_y_te tram khoa',
    parent_id   INT UNSIGNED NULL,
    path        VARCHAR(190) NOT NULL COMMENT '/1/7/31/: every ancestor and itself',
    sort_key    VARCHAR(400) NOT NULL,
    has_beds    BOOLEAN NULL,
    valid_from  DATE NOT NULL,
    valid_to    DATE NULL COMMENT 'last day',
    version     INT UNSIGNED NOT NULL DEFAULT 1,
    UNIQUE KEY unit_code (code),
    KEY unit_path (path),
    KEY unit_parent (parent_id, sort_key(100)),
    CONSTRAINT unit_parent_fk FOREIGN KEY (parent_id) REFERENCES unit (id),
    CONSTRAINT unit_kind CHECK (kind IN ('so','phong','chi_cuc','benh_vien','trung_tam','trung_tam_y_te','tram','khoa','khoi_ngoai'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE IF NOT EXISTS unit_name (
    unit_id      INT UNSIGNED NOT NULL,
    valid_from   DATE NOT NULL,
    valid_to     DATE NULL,
    official     VARCHAR(200) NOT NULL,
    short        VARCHAR(80) NOT NULL,
    signing      VARCHAR(200) NOT NULL COMMENT 'as it heads a paper, in capitals',
    head_title   VARCHAR(80) NOT NULL COMMENT 'GIÁM ĐỐC, CHI CỤC TRƯỞNG ...',
    symbol       VARCHAR(32) NOT NULL COMMENT 'in numbers of documents: 12/TTr-BVCM',
    fold         VARCHAR(200) NOT NULL,
    lower_name   VARCHAR(200) NOT NULL,
    PRIMARY KEY (unit_id, valid_from),
    CONSTRAINT unit_name_unit FOREIGN KEY (unit_id) REFERENCES unit (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE IF NOT EXISTS reorganisation (
    id             INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    kind           VARCHAR(12) NOT NULL,
    decision_no    VARCHAR(60) NOT NULL,
    decision_date  DATE NOT NULL,
    effective_on   DATE NOT NULL,
    note           VARCHAR(500) NOT NULL DEFAULT '',
    CONSTRAINT reorganisation_kind CHECK (kind IN ('merge','split','rename','dissolve','move'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE IF NOT EXISTS reorganisation_unit (
    reorganisation_id INT UNSIGNED NOT NULL,
    side              VARCHAR(12) NOT NULL COMMENT 'predecessor or successor',
    unit_id           INT UNSIGNED NOT NULL,
    PRIMARY KEY (reorganisation_id, side, unit_id),
    KEY reorganisation_unit_unit (unit_id),
    CONSTRAINT ru_event FOREIGN KEY (reorganisation_id) REFERENCES reorganisation (id),
    CONSTRAINT ru_unit FOREIGN KEY (unit_id) REFERENCES unit (id),
    CONSTRAINT ru_side CHECK (side IN ('predecessor','successor'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- The denominators of ratios, per unit and year.
CREATE TABLE IF NOT EXISTS headcount (
    unit_id  INT UNSIGNED NOT NULL,
    year     SMALLINT UNSIGNED NOT NULL,
    total    INT UNSIGNED NOT NULL,
    women    INT UNSIGNED NULL,
    party    INT UNSIGNED NULL,
    leaders  INT UNSIGNED NULL,
    source   VARCHAR(120) NOT NULL DEFAULT '',
    PRIMARY KEY (unit_id, year),
    CONSTRAINT headcount_unit FOREIGN KEY (unit_id) REFERENCES unit (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE IF NOT EXISTS block (
    id    INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    code  VARCHAR(32) NOT NULL,
    name  VARCHAR(200) NOT NULL,
    UNIQUE KEY block_code (code)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE IF NOT EXISTS block_member (
    block_id  INT UNSIGNED NOT NULL,
    year      SMALLINT UNSIGNED NOT NULL,
    unit_id   INT UNSIGNED NOT NULL,
    role      VARCHAR(12) NOT NULL DEFAULT 'member',
    PRIMARY KEY (block_id, year, unit_id),
    KEY block_member_unit (unit_id),
    CONSTRAINT bm_block FOREIGN KEY (block_id) REFERENCES block (id),
    CONSTRAINT bm_unit FOREIGN KEY (unit_id) REFERENCES unit (id),
    CONSTRAINT bm_role CHECK (role IN ('chair','vice_chair','member'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
