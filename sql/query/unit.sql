-- name: unit_tree
-- Every unit of the scope that exists on the day (of that code or name, when one is given), with the number of people in it.
-- in: day date, day2 date, day3 date, day4 date, day5 date, day6 date, scope text, code text, code2 text, fold text, lower_name text, lower_name2 text
-- out: id int, parent_id int, code text, kind text, official text, short text, people int, has_beds bool
SELECT u.id, u.parent_id, u.code, u.kind, n.official, n.short,
       (SELECT COUNT(*) FROM position o
         WHERE o.unit_id = u.id AND o.valid_from <= ? AND (o.valid_to IS NULL OR o.valid_to >= ?)),
       u.has_beds
  FROM unit u
  JOIN unit_name n ON n.unit_id = u.id AND n.valid_from <= ? AND (n.valid_to IS NULL OR n.valid_to >= ?)
 WHERE u.valid_from <= ? AND (u.valid_to IS NULL OR u.valid_to >= ?)
   AND u.path LIKE CONCAT(?, '%')
   AND (? = '' OR u.code = ? OR n.fold LIKE CONCAT('%', ?, '%'))
   AND (? IS NULL OR n.lower_name LIKE CONCAT('%', ?, '%'))
 ORDER BY FIELD(u.kind, 'so', 'phong', 'chi_cuc', 'benh_vien', 'trung_tam', 'trung_tam_y_te', 'khoa', 'tram', 'khoi_ngoai'), u.sort_key;

-- name: unit_get
-- One unit of the scope, named as on the day.
-- in: day date, day2 date, day3 date, day4 date, id int, scope text
-- out: id int, parent_id int, parent_name text, code text, kind text, official text, short text, signing text, head_title text, symbol text, has_beds bool, valid_from date, valid_to date, version int
SELECT u.id, u.parent_id, pn.official, u.code, u.kind, n.official, n.short, n.signing, n.head_title, n.symbol,
       u.has_beds, u.valid_from, u.valid_to, u.version
  FROM unit u
  LEFT JOIN unit_name n ON n.unit_id = u.id AND n.valid_from <= ? AND (n.valid_to IS NULL OR n.valid_to >= ?)
  LEFT JOIN unit_name pn ON pn.unit_id = u.parent_id AND pn.valid_from <= ? AND (pn.valid_to IS NULL OR pn.valid_to >= ?)
 WHERE u.id = ? AND u.path LIKE CONCAT(?, '%');

-- name: unit_names
-- How a unit has been called.
-- in: unit_id int
-- out: official text, short text, valid_from date, valid_to date
SELECT official, short, valid_from, valid_to FROM unit_name WHERE unit_id = ? ORDER BY valid_from DESC;

-- name: unit_children
-- The units directly below.
-- in: day date, day2 date, unit_id int
-- out: id int, code text, kind text, official text
SELECT u.id, u.code, u.kind, n.official
  FROM unit u JOIN unit_name n ON n.unit_id = u.id AND n.valid_from <= ? AND (n.valid_to IS NULL OR n.valid_to >= ?)
 WHERE u.parent_id = ?
 ORDER BY u.sort_key LIMIT 2000;

-- name: unit_headcounts
-- Headcounts by year, newest first.
-- in: unit_id int
-- out: year int, total int, women int, party int, leaders int, source text
SELECT year, total, women, party, leaders, source FROM headcount WHERE unit_id = ? ORDER BY year DESC LIMIT 200;

-- name: unit_ratings
-- Ratings by year, newest first.
-- in: unit_id int
-- out: year int, value text, source text
SELECT year, value, source FROM rating WHERE unit_id = ? ORDER BY year DESC LIMIT 200;

-- name: unit_leaders
-- Who leads the unit today.
-- in: unit_id int, day date, day2 date
-- out: person_id int, full_name text, title text, valid_from date
SELECT p.id, p.full_name, s.title, s.valid_from
  FROM position s JOIN person p ON p.id = s.person_id
 WHERE s.unit_id = ? AND s.leader AND s.valid_from <= ? AND (s.valid_to IS NULL OR s.valid_to >= ?)
 ORDER BY s.title, p.sort_key LIMIT 1000;

-- name: unit_awards
-- Awards of the unit as a collective, newest first.
-- in: collective_id int
-- out: id int, award_code text, award_name text, year int, method text, decision_no text, decision_date date, cancelled_on date
SELECT a.id, a.award_code, t.name, a.year, a.method, a.decision_no, a.decision_date, a.cancelled_on
  FROM award a JOIN award_type t ON t.code = a.award_code
 WHERE a.collective_id = ? ORDER BY a.decision_date DESC, a.id DESC LIMIT 2000;

-- name: unit_award_counts
-- What people and collectives of the unit and below were given, by award and year.
-- in: unit_id int
-- out: award_code text, award_name text, rank_order int, year int, individuals int, collectives int
SELECT a.award_code, t.name, t.rank_order, a.year, SUM(a.kind = 'person'), SUM(a.kind <> 'person')
  FROM unit u JOIN award a ON a.unit_id = u.id JOIN award_type t ON t.code = a.award_code
 WHERE u.path LIKE CONCAT((SELECT path FROM unit WHERE id = ?), '%') AND a.cancelled_on IS NULL
 GROUP BY a.award_code, t.name, t.rank_order, a.year
 ORDER BY t.rank_order, a.award_code, a.year;

-- name: unit_path
-- The path of a unit within the scope.
-- in: id int, scope text
-- out: path text
SELECT path FROM unit WHERE id = ? AND path LIKE CONCAT(?, '%');

-- name: unit_blocks
-- Emulation blocks the unit belongs to.
-- in: unit_id int
-- out: id int, name text, year int, role text
SELECT b.id, b.name, m.year, m.role FROM block_member m JOIN block b ON b.id = m.block_id
 WHERE m.unit_id = ? ORDER BY m.year DESC LIMIT 500;

-- name: unit_reorganisations
-- Events the unit took part in, with the units on the other side.
-- in: unit_id int
-- out: kind text, decision_no text, decision_date date, effective_on date, side text, others text
SELECT r.kind, r.decision_no, r.decision_date, r.effective_on, me.side,
       (SELECT GROUP_CONCAT(n.official ORDER BY n.official SEPARATOR '; ')
          FROM reorganisation_unit o JOIN unit_name n ON n.unit_id = o.unit_id AND n.valid_to IS NULL
         WHERE o.reorganisation_id = r.id AND o.side <> me.side)
  FROM reorganisation_unit me JOIN reorganisation r ON r.id = me.reorganisation_id
 WHERE me.unit_id = ? ORDER BY r.effective_on DESC LIMIT 500;


-- name: unit_campaigns
-- Campaigns the unit launched or is in charge of, newest first.
-- in: unit_id int, unit_id2 int
-- out: id int, name text, state text, date_from date, date_to date
SELECT id, name, state, date_from, date_to FROM campaign
 WHERE unit_id = ? OR responsible_unit_id = ? ORDER BY date_from DESC, id LIMIT 2000;

-- name: unit_match
-- Units of the scope whom a code or a whole name means; two are enough to know that it is not one.
-- in: code text, lower_name text, scope text
-- out: id int
SELECT DISTINCT u.id FROM unit u JOIN unit_name n ON n.unit_id = u.id AND n.valid_to IS NULL
 WHERE (u.code = ? OR n.lower_name = ?) AND u.valid_to IS NULL AND u.path LIKE CONCAT(?, '%') LIMIT 2;
