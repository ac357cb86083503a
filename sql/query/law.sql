-- The award catalogue, which `tdkt law load` derives from conf/law.

-- name: award_type_put
-- One award as the law files have it now; its code stays for ever.
-- in: code text, name text, family text, system text, for_person bool, for_collective bool, for_household bool,
--     level text, decides text, rank_order int, valid_from date, valid_to date, verified bool
-- out: none
INSERT INTO award_type (code, name, family, system, for_person, for_collective, for_household, level, decides, rank_order, valid_from, valid_to, verified)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON DUPLICATE KEY UPDATE name = VALUES(name), family = VALUES(family), system = VALUES(system), for_person = VALUES(for_person),
    for_collective = VALUES(for_collective), for_household = VALUES(for_household), level = VALUES(level), decides = VALUES(decides),
    rank_order = VALUES(rank_order), valid_from = VALUES(valid_from), valid_to = VALUES(valid_to), verified = VALUES(verified);

-- name: award_type_codes
-- Every code of the catalogue, those no longer given included.
-- in: none
-- out: code text
SELECT code FROM award_type ORDER BY code;

-- name: award_period_clear
-- Before the periods of an award are written as the law files have them now.
-- in: award_code text
-- out: none
DELETE FROM award_type_period WHERE award_code = ?;

-- name: award_period_insert
-- What one regime makes of an award.
-- in: award_code text, valid_from date, valid_to date, regime text, law text, cite text, decides text, for_person bool, for_collective bool,
--     for_household bool, confirmed bool
-- out: none
INSERT INTO award_type_period (award_code, valid_from, valid_to, regime, law, cite, decides, for_person, for_collective, for_household, confirmed)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
