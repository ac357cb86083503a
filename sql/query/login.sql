-- name: login_known
-- The directory's entry of who has the login, and whether he has logged in from the place in so many days.
-- in: place text, days int, login text, login_lower text
-- out: directory_id text, familiar bool
SELECT p.directory_id, EXISTS (SELECT 1 FROM login_place l WHERE l.person_id = p.id AND l.place = ? AND l.last_at > UTC_TIMESTAMP() - INTERVAL ? DAY)
  FROM person p WHERE p.login IN (?, LOWER(?)) AND p.directory_id IS NOT NULL ORDER BY p.id LIMIT 1;

-- name: login_known_entry
-- The same for an entry that the directory has found.
-- in: place text, days int, directory_id text
-- out: familiar bool
SELECT EXISTS (SELECT 1 FROM login_place l WHERE l.person_id = p.id AND l.place = ? AND l.last_at > UTC_TIMESTAMP() - INTERVAL ? DAY)
  FROM person p WHERE p.directory_id = ?;

-- name: login_place_note
-- Somebody has logged in from there.
-- in: person_id int, place text
-- out: none
INSERT INTO login_place (person_id, place, last_at) VALUES (?, ?, UTC_TIMESTAMP())
ON DUPLICATE KEY UPDATE last_at = VALUES(last_at);

-- name: login_place_old
-- Is there anything for login_place_sweep? Asked without a lock: a sweep that finds nothing still locks the row beyond the old ones, which
-- may be that of somebody who is logging in.
-- in: days int
-- out: old bool
SELECT EXISTS (SELECT 1 FROM login_place WHERE last_at < UTC_TIMESTAMP() - INTERVAL ? DAY);

-- name: login_place_sweep
-- Places nobody has logged in from for so long, a few at each login.
-- in: days int
-- out: none
-- first: a few at a time; the next log-in takes the others.
DELETE FROM login_place WHERE last_at < UTC_TIMESTAMP() - INTERVAL ? DAY LIMIT 200;

-- name: login_person_of_entry
-- Whom a refused login was about, when the directory has found his entry.
-- in: directory_id text
-- out: id int
SELECT id FROM person WHERE directory_id = ?;

-- name: login_failure_open
-- Makes the row of an account or address and locks it, so that attempts side by side are counted one after the other.
-- in: subject text
-- out: none
INSERT INTO login_failure (subject, failures, last_at, open_at) VALUES (?, 0, UTC_TIMESTAMP(), UTC_TIMESTAMP())
ON DUPLICATE KEY UPDATE subject = VALUES(subject);

-- name: login_failure_wait
-- Seconds until the next attempt may be made.
-- in: subject text
-- out: seconds int
SELECT GREATEST(0, TIMESTAMPDIFF(SECOND, UTC_TIMESTAMP(), open_at)) FROM login_failure WHERE subject = ? FOR UPDATE;

-- name: login_failure_count
-- Counts an attempt as failed before it is made; the wait doubles after the free ones. Old failures are forgotten.
-- in: forget_seconds int, free int, max_seconds int, first_seconds int, free2 int, subject text
-- out: none
UPDATE login_failure
   SET failures = IF(last_at < UTC_TIMESTAMP() - INTERVAL ? SECOND, 1, failures + 1),
       last_at = UTC_TIMESTAMP(),
       open_at = UTC_TIMESTAMP() + INTERVAL IF(failures >= ?, LEAST(?, ? * POW(2, LEAST(failures - ?, 20))), 0) SECOND
 WHERE subject = ?;

-- name: login_failure_more
-- An attempt during the wait: counted, but the wait is not longer for it.
-- in: subject text
-- out: none
UPDATE login_failure SET failures = failures + 1, last_at = UTC_TIMESTAMP() WHERE subject = ?;

-- name: login_failures
-- How many there are by now, of a subject that is held.
-- in: subject text
-- out: failures int
SELECT failures FROM login_failure WHERE subject = ?;

-- name: login_failure_undo
-- The attempt was no failure: it succeeded, or nobody could check the password. Its wait ends, unless others have been counted since, or
-- (0) it was not what the wait is for.
-- in: failures int, subject text
-- out: none
UPDATE login_failure
   SET open_at = IF(failures = ?, UTC_TIMESTAMP(), open_at), failures = GREATEST(failures, 1) - 1
 WHERE subject = ?;

-- name: login_failure_clear
-- A success clears the account.
-- in: subject text
-- out: none
DELETE FROM login_failure WHERE subject = ?;

-- name: login_failure_old
-- Is there anything for login_failure_sweep? See login_place_old.
-- in: forget_seconds int
-- out: old bool
SELECT EXISTS (SELECT 1 FROM login_failure WHERE last_at < UTC_TIMESTAMP() - INTERVAL ? SECOND);

-- name: login_failure_sweep
-- Failures nobody needs to remember, a few at each login.
-- in: forget_seconds int
-- out: none
-- first: a few at a time; the next log-in takes the others.
DELETE FROM login_failure WHERE last_at < UTC_TIMESTAMP() - INTERVAL ? SECOND LIMIT 200;

-- name: login_person_by_id
-- The person of a directory entry.
-- in: directory_id text
-- out: id int, in_directory bool
SELECT id, in_directory FROM person WHERE directory_id = ? FOR UPDATE;

-- name: login_person_by_staff_no
-- The person of a staff number, who may not have an entry yet.
-- in: staff_no text
-- out: id int, directory_id text
SELECT id, directory_id FROM person WHERE staff_no = ? FOR UPDATE;

-- name: login_person_by_login
-- Whom a refused login was about, for the audit.
-- in: login text
-- out: id int
SELECT MIN(id) FROM person WHERE login = ?;

-- name: login_person_update
-- What the directory says by now; an empty mail leaves ours.
-- in: directory_id text, login text, full_name text, fold text, lower_name text, sort_key text, mail text, id int
-- out: none
UPDATE person
   SET directory_id = ?, login = ?, full_name = ?, fold = ?, lower_name = ?, sort_key = ?, mail = COALESCE(?, mail),
       in_directory = TRUE, version = version + 1
 WHERE id = ?;

-- name: login_person_insert
-- Somebody the sync has not met yet.
-- in: staff_no text, directory_id text, login text, full_name text, fold text, lower_name text, sort_key text, mail text
-- out: none
INSERT INTO person (staff_no, directory_id, login, full_name, fold, lower_name, sort_key, mail, in_directory)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, TRUE);

-- name: login_position_insert
-- His position, when the directory names a unit of ours.
-- in: person_id int, title text, leader bool, valid_from date, unit_code text
-- out: none
INSERT INTO position (person_id, unit_id, title, leader, valid_from)
SELECT ?, u.id, ?, ?, ? FROM unit u WHERE u.code = ?;

-- name: login_groups
-- Groups as they were at the last login or sync.
-- in: person_id int
-- out: ldap_group text
SELECT ldap_group FROM person_group WHERE person_id = ? ORDER BY ldap_group;
