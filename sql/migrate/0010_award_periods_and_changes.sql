-- The catalogue by day, and what a change of a row was: before, after, by which event.

-- One row per regime that knows the award, written by `tdkt law load`. Not confirmed: the law file has the award, and waits for a
-- person to confirm it; nobody is nominated for it.
CREATE TABLE IF NOT EXISTS award_type_period (
    award_code      VARCHAR(16) NOT NULL,
    valid_from      DATE NOT NULL,
    valid_to        DATE NULL,
    regime          VARCHAR(8) NOT NULL,
    law             VARCHAR(400) NOT NULL COMMENT 'the law and the decree, in words',
    cite            VARCHAR(400) NOT NULL,
    decides         VARCHAR(16) NOT NULL,
    for_person      BOOLEAN NOT NULL,
    for_collective  BOOLEAN NOT NULL,
    for_household   BOOLEAN NOT NULL,
    confirmed       BOOLEAN NOT NULL,
    PRIMARY KEY (award_code, valid_from),
    CONSTRAINT period_award FOREIGN KEY (award_code) REFERENCES award_type (code)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- Until the law is loaded again, what the catalogue said so far.
INSERT IGNORE INTO award_type_period (award_code, valid_from, valid_to, regime, law, cite, decides, for_person, for_collective, for_household, confirmed)
SELECT code, valid_from, valid_to, '', '', '', decides, for_person, for_collective, for_household, TRUE FROM award_type;

-- What a change of a list was, field by field: append only, each of one event of the dossier. Not tied to the row by a key: a row
-- that is taken off leaves what stood in it.
CREATE TABLE IF NOT EXISTS nominee_change (
    id             INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    nomination_id  INT UNSIGNED NOT NULL,
    event_id       INT UNSIGNED NOT NULL,
    nominee_id     INT UNSIGNED NULL COMMENT 'NULL: of the whole list',
    name           VARCHAR(200) NOT NULL COMMENT 'whom the row was about',
    field          VARCHAR(16) NOT NULL COMMENT 'name, position, award_code, achievement, period, evidence; row: the row itself',
    before_text    TEXT NOT NULL,
    after_text     TEXT NOT NULL,
    KEY nominee_change_nomination (nomination_id, event_id, id),
    KEY nominee_change_nominee (nominee_id, event_id),
    CONSTRAINT nominee_change_of FOREIGN KEY (nomination_id) REFERENCES nomination (id),
    CONSTRAINT nominee_change_event FOREIGN KEY (event_id) REFERENCES nomination_event (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- When was it last signed: asked of every dossier of a list.
ALTER TABLE nomination_event ADD INDEX IF NOT EXISTS nomination_event_action (nomination_id, action, id);
