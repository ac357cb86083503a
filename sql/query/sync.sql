-- name: sync_people
-- Everybody we know, with the unit of the position in force.
-- in: day date, day2 date
-- out: id int, directory_id text, staff_no text, login text, full_name text, mail text, unit_code text, in_directory bool
SELECT p.id, p.directory_id, p.staff_no, p.login, p.full_name, p.mail,
       (SELECT u.code FROM position o JOIN unit u ON u.id = o.unit_id
         WHERE o.person_id = p.id AND o.valid_from <= ? AND (o.valid_to IS NULL OR o.valid_to >= ?)
         ORDER BY o.leader DESC, o.valid_from DESC LIMIT 1),
       p.in_directory
  FROM person p ORDER BY p.id LIMIT 500000;

-- name: sync_groups
-- Everybody's groups, in the order of sync_people.
-- in: none
-- out: person_id int, ldap_group text
SELECT person_id, ldap_group FROM person_group ORDER BY person_id, ldap_group LIMIT 2000000;

-- name: sync_units
-- Units that are there today.
-- in: day date, day2 date
-- out: id int, code text
SELECT id, code FROM unit WHERE valid_from <= ? AND (valid_to IS NULL OR valid_to >= ?) ORDER BY code LIMIT 100000;

-- name: sync_ids
-- The person of every directory entry. (A subquery in a bulk INSERT would be worked out once for all its rows.)
-- in: none
-- out: id int, directory_id text
SELECT id, directory_id FROM person WHERE directory_id IS NOT NULL ORDER BY directory_id LIMIT 500000;

-- name: sync_person_insert
-- Somebody new.
-- in: staff_no text, directory_id text, login text, full_name text, fold text, lower_name text, sort_key text, mail text
-- out: none
INSERT INTO person (staff_no, directory_id, login, full_name, fold, lower_name, sort_key, mail, in_directory)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, TRUE);

-- name: sync_position_insert
-- The position of somebody new.
-- in: person_id int, unit_id int, title text, leader bool, valid_from date
-- out: none
INSERT INTO position (person_id, unit_id, title, leader, valid_from) VALUES (?, ?, ?, ?, ?);

-- name: sync_person_update
-- Somebody known, as the directory has him; also somebody who is back.
-- in: directory_id text, staff_no text, login text, full_name text, fold text, lower_name text, sort_key text, mail text, id int
-- out: none
UPDATE person
   SET directory_id = ?, staff_no = ?, login = ?, full_name = ?, fold = ?, lower_name = ?, sort_key = ?, mail = ?,
       in_directory = TRUE, version = version + 1
 WHERE id = ?;

-- name: sync_person_disable
-- A leaver may not log in, and his login may become somebody else's; everything about him stays.
-- in: id int
-- out: none
UPDATE person SET in_directory = FALSE, login = NULL, version = version + 1 WHERE id = ?;

-- name: sync_session_delete
-- A leaver's sessions.
-- in: person_id int
-- out: none
DELETE FROM session WHERE person_id = ?;

-- name: sync_group_insert
-- A group gained; a name that two groups have counts once.
-- in: person_id int, ldap_group text
-- out: none
INSERT IGNORE INTO person_group (person_id, ldap_group) VALUES (?, ?);

-- name: sync_group_delete
-- A group lost.
-- in: person_id int, ldap_group text
-- out: none
DELETE FROM person_group WHERE person_id = ? AND ldap_group = ?;
