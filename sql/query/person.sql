-- name: person_search
-- People of the scope by name or staff number, in given-name order, fifty a page.
-- in: day date, day2 date, day3 date, day4 date, after_id int, after_id2 int, after_id3 int, after_id4 int, fold text, fold2 text, staff_no text, lower_name text, lower_name2 text, unit_id int, unit_id2 int, scope text
-- out: id int, staff_no text, full_name text, sex text, birth_date date, title text, leader bool, unit_id int, unit_name text, status text
-- first: a page; one row more says that there is a next one.
SELECT p.id, p.staff_no, p.full_name, p.sex, p.birth_date, s.title, s.leader, u.id, n.official, p.status
  FROM person p
  JOIN position s ON s.person_id = p.id AND s.valid_from <= ? AND (s.valid_to IS NULL OR s.valid_to >= ?)
  JOIN unit u ON u.id = s.unit_id
  JOIN unit_name n ON n.unit_id = u.id AND n.valid_from <= ? AND (n.valid_to IS NULL OR n.valid_to >= ?)
 WHERE (? IS NULL OR p.sort_key > (SELECT sort_key FROM person WHERE id = ?)
        OR (p.sort_key = (SELECT sort_key FROM person WHERE id = ?) AND p.id > ?))
   AND (? = '' OR p.fold LIKE CONCAT('%', ?, '%') OR p.staff_no = ?)
   AND (? IS NULL OR p.lower_name LIKE CONCAT('%', ?, '%'))
   AND (? IS NULL OR u.path LIKE CONCAT((SELECT path FROM unit WHERE id = ?), '%'))
   AND u.path LIKE CONCAT(?, '%')
 ORDER BY p.sort_key, p.id LIMIT 51;

-- name: person_get
-- One person who holds or held a position in the scope, or who is the actor.
-- in: id int, self int, scope text
-- out: id int, staff_no text, full_name text, sex text, birth_date date, mail text, login text, status text, in_directory bool, version int
SELECT p.id, p.staff_no, p.full_name, p.sex, p.birth_date, p.mail, p.login, p.status, p.in_directory, p.version
  FROM person p
 WHERE p.id = ?
   AND (p.id = ? OR EXISTS (SELECT 1 FROM position s JOIN unit u ON u.id = s.unit_id
                             WHERE s.person_id = p.id AND u.path LIKE CONCAT(?, '%')));

-- name: person_positions
-- What a person is and was, newest first.
-- in: person_id int
-- out: unit_id int, unit_name text, title text, leader bool, valid_from date, valid_to date
SELECT s.unit_id, (SELECT n.official FROM unit_name n WHERE n.unit_id = s.unit_id
                    ORDER BY n.valid_to IS NULL DESC, n.valid_from DESC LIMIT 1),
       s.title, s.leader, s.valid_from, s.valid_to
  FROM position s WHERE s.person_id = ? ORDER BY s.valid_from DESC LIMIT 500;

-- name: person_ratings
-- Yearly ratings, newest first.
-- in: person_id int
-- out: year int, value text, source text
SELECT year, value, source FROM rating WHERE person_id = ? ORDER BY year DESC LIMIT 200;

-- name: person_awards
-- Awards, newest first.
-- in: person_id int
-- out: id int, award_code text, award_name text, family text, level text, year int, method text, decision_no text, decision_date date, unit_name text, cancelled_on date
SELECT a.id, a.award_code, t.name, t.family, t.level, a.year, a.method, a.decision_no, a.decision_date, a.unit_name, a.cancelled_on
  FROM award a JOIN award_type t ON t.code = a.award_code
 WHERE a.person_id = ? ORDER BY a.decision_date DESC, a.id DESC LIMIT 2000;

-- name: person_holds
-- Disciplines and open cases; only for those who may read them.
-- in: person_id int
-- out: kind text, level text, from_date date, to_date date, note text
SELECT kind, level, from_date, to_date, note FROM hold WHERE person_id = ? ORDER BY from_date DESC LIMIT 500;

-- name: person_nominations
-- Dossiers that are under way with the person in them.
-- in: person_id int
-- out: nomination_id int, title text, state text, award_name text, outcome text, year int
SELECT n.id, n.title, n.state, t.name, e.outcome, n.year
  FROM nominee e JOIN nomination n ON n.id = e.nomination_id JOIN award_type t ON t.code = e.award_code
 WHERE e.person_id = ? AND n.state NOT IN ('issued', 'granted', 'refused', 'dropped')
 ORDER BY n.id DESC, e.id LIMIT 1000;

-- name: person_now
-- A person's name, position and unit on the day: what a dossier takes over.
-- in: day date, day2 date, day3 date, day4 date, id int, scope text
-- out: id int, full_name text, title text, leader bool, unit_id int, unit_name text
SELECT p.id, p.full_name, s.title, s.leader, u.id, n.official
  FROM person p
  JOIN position s ON s.person_id = p.id AND s.valid_from <= ? AND (s.valid_to IS NULL OR s.valid_to >= ?)
  JOIN unit u ON u.id = s.unit_id
  JOIN unit_name n ON n.unit_id = u.id AND n.valid_from <= ? AND (n.valid_to IS NULL OR n.valid_to >= ?)
 WHERE p.id = ? AND u.path LIKE CONCAT(?, '%')
 ORDER BY s.leader DESC, s.valid_from DESC LIMIT 1;

-- name: person_by_name
-- The id behind a login or a staff number of somebody who works in the scope on the day; the whole department also finds
-- people who have no position yet.
-- in: login text, staff_no text, day date, day2 date, scope text, whole_scope text
-- out: id int
SELECT f.id
  FROM ((SELECT id FROM person WHERE login = ?) UNION (SELECT id FROM person WHERE staff_no = ?)) f
 WHERE EXISTS (SELECT 1 FROM position s JOIN unit u ON u.id = s.unit_id
                WHERE s.person_id = f.id AND s.valid_from <= ? AND (s.valid_to IS NULL OR s.valid_to >= ?)
                  AND u.path LIKE CONCAT(?, '%'))
    OR EXISTS (SELECT 1 FROM unit r WHERE r.parent_id IS NULL AND r.path = ?)
 LIMIT 1;

-- name: person_title
-- The person's present title, for the capacity of a signature.
-- in: person_id int, day date, day2 date
-- out: title text
SELECT s.title FROM position s
 WHERE s.person_id = ? AND s.valid_from <= ? AND (s.valid_to IS NULL OR s.valid_to >= ?)
 ORDER BY s.leader DESC, s.valid_from DESC LIMIT 1;

-- name: person_match
-- People of the scope whom a staff number or a whole name means; two are enough to know that it is not one.
-- in: staff_no text, lower_name text, scope text
-- out: id int
SELECT DISTINCT p.id FROM person p
  JOIN position s ON s.person_id = p.id AND s.valid_to IS NULL JOIN unit u ON u.id = s.unit_id
 WHERE (p.staff_no = ? OR p.lower_name = ?) AND u.path LIKE CONCAT(?, '%') LIMIT 2;
