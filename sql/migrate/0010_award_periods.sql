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
