-- What keeps strangers and other units out: the audit is read by unit, and who always logs in from somewhere still can
-- while strangers are slowed.

ALTER TABLE audit ADD KEY IF NOT EXISTS audit_unit (unit_id, id);

CREATE TABLE IF NOT EXISTS login_place (
    person_id   INT UNSIGNED NOT NULL,
    place       CHAR(64) NOT NULL COMMENT 'digest of the address; of IPv6 the network',
    last_at     DATETIME NOT NULL COMMENT 'the last login that succeeded',
    PRIMARY KEY (person_id, place),
    KEY login_place_last (last_at),
    CONSTRAINT login_place_person FOREIGN KEY (person_id) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
