-- name: import_units
-- Every unit of the scope with every name it has had, the present one first.
-- in: scope text
-- out: id int, code text, path text, official text, short text
SELECT u.id, u.code, u.path, n.official, n.short
  FROM unit u JOIN unit_name n ON n.unit_id = u.id
 WHERE u.path LIKE CONCAT(?, '%')
 ORDER BY u.id, n.valid_to IS NULL DESC, n.valid_from DESC;

-- name: import_people
-- Everybody who holds or held a position in the scope (with "/": everybody), with the positions, present and leading ones first.
-- in: day date, day2 date, everybody bool, scope text
-- out: id int, staff_no text, citizen_id text, full_name text, lower_name text, birth_date date, unit_id int, title text, leader bool, present bool
SELECT p.id, p.staff_no, p.citizen_id, p.full_name, p.lower_name, p.birth_date, s.unit_id, s.title, s.leader,
       s.valid_from <= ? AND (s.valid_to IS NULL OR s.valid_to >= ?)
  FROM person p
  LEFT JOIN position s ON s.person_id = p.id
  LEFT JOIN unit u ON u.id = s.unit_id
 WHERE ? OR u.path LIKE CONCAT(?, '%')
 ORDER BY p.id, 10 DESC, s.leader DESC, s.valid_from DESC;

-- name: import_award_types
-- The whole catalogue, given today or not: a register goes back many years. Whether a nominee may have it on a day, its periods say.
-- in: none
-- out: code text, name text, for_person bool, for_collective bool, for_household bool
SELECT code, name, for_person, for_collective, for_household FROM award_type ORDER BY rank_order, code LIMIT 1000;

-- name: import_campaigns
-- Campaigns by code.
-- in: none
-- out: id int, code text
SELECT id, code FROM campaign ORDER BY id LIMIT 100000;

-- name: import_registered
-- What the register holds of the decisions of those days.
-- in: from date, to date
-- out: person_id int, collective_id int, award_code text, decision_no text, decision_date date
SELECT person_id, collective_id, award_code, decision_no, decision_date FROM award
 WHERE decision_date BETWEEN ? AND ? ORDER BY decision_date, id;

-- name: import_nominated
-- Who stands in a dossier already, for what.
-- in: nomination_id int
-- out: person_id int, collective_id int, award_code text
SELECT person_id, collective_id, award_code FROM nominee WHERE nomination_id = ? ORDER BY id LIMIT 10002;

-- name: import_last_ordinal
-- The last place of a dossier's list.
-- in: nomination_id int
-- out: ordinal int
SELECT COALESCE(MAX(ordinal), 0) FROM nominee WHERE nomination_id = ?;

-- name: import_unit_insert
-- A unit that has no place yet.
-- in: code text, kind text, sort_key text, has_beds bool, valid_from date
-- out: none
INSERT INTO unit (code, kind, path, sort_key, has_beds, valid_from) VALUES (?, ?, '/', ?, ?, ?);

-- name: import_unit_place
-- Its place: below a unit of this code, or on top.
-- in: parent_code text, code text
-- out: none
UPDATE unit u LEFT JOIN unit p ON p.code = ?
   SET u.parent_id = p.id, u.path = CONCAT(COALESCE(p.path, '/'), u.id, '/')
 WHERE u.code = ?;

-- name: import_unit_name
-- Its first name.
-- in: code text, valid_from date, official text, short text, signing text, head_title text, symbol text, fold text, lower_name text
-- out: none
INSERT INTO unit_name (unit_id, valid_from, official, short, signing, head_title, symbol, fold, lower_name)
VALUES ((SELECT id FROM unit WHERE code = ?), ?, ?, ?, ?, ?, ?, ?, ?);

-- name: import_person_last
-- The newest person.
-- in: none
-- out: id int
SELECT COALESCE(MAX(id), 0) FROM person;

-- name: import_person_insert
-- A person.
-- in: staff_no text, citizen_id text, full_name text, fold text, lower_name text, sort_key text, sex text, birth_date date, mail text
-- out: none
INSERT INTO person (staff_no, citizen_id, full_name, fold, lower_name, sort_key, sex, birth_date, mail)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?);

-- name: import_person_new
-- People entered since.
-- in: after_id int
-- out: id int, staff_no text, lower_name text, birth_date date
SELECT id, staff_no, lower_name, birth_date FROM person WHERE id > ? ORDER BY id;

-- name: import_position_insert
-- What a person is.
-- in: person_id int, unit_id int, title text, leader bool, valid_from date
-- out: none
INSERT INTO position (person_id, unit_id, title, leader, valid_from) VALUES (?, ?, ?, ?, ?);

-- name: import_campaign_insert
-- A campaign that stands alone.
-- in: code text, unit_id int, name text, fold text, method text, lead_agency text, responsible text, responsible_unit_id int, content text, review_time text, date_from date, date_to date, state text, quota_collectives int, quota_individuals int, quota_note text
-- out: none
INSERT INTO campaign (code, unit_id, name, fold, method, lead_agency, responsible, responsible_unit_id, content, review_time, date_from, date_to, state, quota_collectives, quota_individuals, quota_note)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- name: import_campaign_place
-- Below another.
-- in: parent_code text, code text
-- out: none
UPDATE campaign c JOIN campaign p ON p.code = ? SET c.parent_id = p.id WHERE c.code = ?;

-- name: import_award_insert
-- One line of the register.
-- in: kind text, person_id int, collective_id int, name text, fold text, lower_name text, position text, unit_id int, unit_name text, leader bool, award_code text, method text, year int, achievement text, decision_no text, decision_date date, gold_no int, bonus int, campaign_id int
-- out: none
INSERT INTO award (kind, person_id, collective_id, name, fold, lower_name, position, unit_id, unit_name, leader, award_code, method, year, achievement, decision_no, decision_date, gold_no, bonus, campaign_id, source)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'import');

-- name: import_nominee_insert
-- A row of a dossier at its place.
-- in: nomination_id int, ordinal int, kind text, person_id int, collective_id int, name text, position text, unit_id int, unit_name text, leader bool, award_code text, achievement text, period_from date, period_to date
-- out: none
INSERT INTO nominee (nomination_id, ordinal, kind, person_id, collective_id, name, position, unit_id, unit_name, leader, award_code, achievement, period_from, period_to)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
