-- name: award_register
-- The register of the whole department, newest first; keyset paging by date and id. Read in the order of award_newest until the page is
-- full: by units first the server would fetch and sort every award there is.
-- in: scope text, award_code text, award_code2 text, year int, year2 int, method text, method2 text, kind text, kind2 text, unit_path text, unit_path2 text, fold text, fold2 text, lower_name text, lower_name2 text, before_date date, before_date2 date, before_date3 date, before_id int
-- out: id int, kind text, person_id int, collective_id int, name text, position text, unit_id int, unit_name text, award_code text, award_name text, method text, year int, decision_no text, decision_date date, gold_no int, decision_id int, source text, cancelled_on date
-- first: a page; one row more says that there is a next one.
SELECT STRAIGHT_JOIN a.id, a.kind, a.person_id, a.collective_id, a.name, a.position, a.unit_id, a.unit_name, a.award_code, t.name,
       a.method, a.year, a.decision_no, a.decision_date, a.gold_no, a.decision_id, a.source, a.cancelled_on
  FROM award a JOIN unit u ON u.id = a.unit_id JOIN award_type t ON t.code = a.award_code
 WHERE u.path LIKE CONCAT(?, '%')
   AND (? IS NULL OR a.award_code = ?)
   AND (? IS NULL OR a.year = ?)
   AND (? IS NULL OR a.method = ?)
   AND (? IS NULL OR a.kind = ?)
   AND (? IS NULL OR u.path LIKE CONCAT(?, '%'))
   AND (? IS NULL OR a.fold LIKE CONCAT('%', ?, '%'))
   AND (? IS NULL OR a.lower_name LIKE CONCAT('%', ?, '%'))
   AND (? IS NULL OR a.decision_date < ? OR (a.decision_date = ? AND a.id < ?))
 ORDER BY a.decision_date DESC, a.id DESC LIMIT 31;

-- name: award_register_below
-- The same for a unit and what is below it: its own awards are few, so the server goes by units first.
-- in: scope text, award_code text, award_code2 text, year int, year2 int, method text, method2 text, kind text, kind2 text, unit_path text, unit_path2 text, fold text, fold2 text, lower_name text, lower_name2 text, before_date date, before_date2 date, before_date3 date, before_id int
-- out: id int, kind text, person_id int, collective_id int, name text, position text, unit_id int, unit_name text, award_code text, award_name text, method text, year int, decision_no text, decision_date date, gold_no int, decision_id int, source text, cancelled_on date
-- first: a page; one row more says that there is a next one.
SELECT a.id, a.kind, a.person_id, a.collective_id, a.name, a.position, a.unit_id, a.unit_name, a.award_code, t.name,
       a.method, a.year, a.decision_no, a.decision_date, a.gold_no, a.decision_id, a.source, a.cancelled_on
  FROM award a JOIN unit u ON u.id = a.unit_id JOIN award_type t ON t.code = a.award_code
 WHERE u.path LIKE CONCAT(?, '%')
   AND (? IS NULL OR a.award_code = ?)
   AND (? IS NULL OR a.year = ?)
   AND (? IS NULL OR a.method = ?)
   AND (? IS NULL OR a.kind = ?)
   AND (? IS NULL OR u.path LIKE CONCAT(?, '%'))
   AND (? IS NULL OR a.fold LIKE CONCAT('%', ?, '%'))
   AND (? IS NULL OR a.lower_name LIKE CONCAT('%', ?, '%'))
   AND (? IS NULL OR a.decision_date < ? OR (a.decision_date = ? AND a.id < ?))
 ORDER BY a.decision_date DESC, a.id DESC LIMIT 31;


-- name: award_type_get
-- One entry of the catalogue, given today or not.
-- in: code text
-- out: name text, family text
SELECT name, family FROM award_type WHERE code = ?;

-- name: award_periods
-- What each regime makes of an award, or of every one, the earliest first.
-- in: code text, code2 text
-- out: award_code text, valid_from date, valid_to date, regime text, law text, cite text, decides text, for_person bool, for_collective bool, for_household bool, confirmed bool
SELECT award_code, valid_from, valid_to, regime, law, cite, decides, for_person, for_collective, for_household, confirmed
  FROM award_type_period WHERE (? IS NULL OR award_code = ?) ORDER BY award_code, valid_from LIMIT 20000;

-- name: award_enter
-- Enters every granted row of a dossier; the order is the number in the golden book.
-- in: decision_no text, decision_date date, decision_id int, nomination_id int
-- out: none
INSERT INTO award (kind, person_id, collective_id, name, fold, lower_name, position, unit_id, unit_name, leader, award_code, method, year,
                   achievement, decision_no, decision_date, gold_no, bonus, campaign_id, decision_id, nominee_id, source)
SELECT e.kind, e.person_id, e.collective_id, e.name, COALESCE(p.fold, un.fold), COALESCE(p.lower_name, un.lower_name), e.position, e.unit_id, e.unit_name,
       e.leader, e.award_code, n.method, n.year, e.achievement, ?, ?,
       ROW_NUMBER() OVER (ORDER BY e.kind = 'person', t.rank_order, e.ordinal, e.id), e.bonus, n.campaign_id, ?, e.id, 'flow'
  FROM nominee e JOIN nomination n ON n.id = e.nomination_id JOIN award_type t ON t.code = e.award_code
  LEFT JOIN person p ON p.id = e.person_id
  LEFT JOIN unit_name un ON un.unit_id = e.collective_id AND un.valid_to IS NULL
 WHERE e.nomination_id = ? AND e.outcome = 'granted'
 ORDER BY e.kind = 'person', t.rank_order, e.ordinal, e.id;

-- name: award_years
-- Awards by year and family of recipient.
-- in: unit_path text, from_year int, to_year int
-- out: year int, individuals int, collectives int
SELECT a.year, SUM(a.kind = 'person'), SUM(a.kind <> 'person')
  FROM award a JOIN unit u ON u.id = a.unit_id
 WHERE u.path LIKE CONCAT(?, '%') AND a.cancelled_on IS NULL AND a.year BETWEEN ? AND ?
 GROUP BY a.year ORDER BY a.year;

-- name: award_counts
-- Awards of a span of years by award.
-- in: unit_path text, from_year int, to_year int
-- out: award_code text, award_name text, family text, individuals int, collectives int
SELECT a.award_code, t.name, t.family, SUM(a.kind = 'person'), SUM(a.kind <> 'person')
  FROM award a JOIN unit u ON u.id = a.unit_id JOIN award_type t ON t.code = a.award_code
 WHERE u.path LIKE CONCAT(?, '%') AND a.cancelled_on IS NULL AND a.year BETWEEN ? AND ?
 GROUP BY a.award_code, t.name, t.family, t.rank_order ORDER BY t.rank_order, a.award_code LIMIT 200;

-- name: award_table21
-- What the 21-column table is made of.
-- in: unit_path text, from_year int, to_year int
-- out: code text, name text, rank_order int, method text, individual bool, leader int, count int
SELECT a.award_code, t.name, t.rank_order, a.method, a.kind = 'person', COALESCE(a.leader, -1), COUNT(*)
  FROM award a JOIN unit u ON u.id = a.unit_id JOIN award_type t ON t.code = a.award_code
 WHERE u.path LIKE CONCAT(?, '%') AND a.cancelled_on IS NULL AND a.year BETWEEN ? AND ?
   AND t.family <> 'other'
 GROUP BY a.award_code, t.name, t.rank_order, a.method, a.kind = 'person', COALESCE(a.leader, -1)
 ORDER BY t.rank_order, a.award_code, a.method, a.kind = 'person', COALESCE(a.leader, -1) LIMIT 2000;

-- name: award_of_decision_count
-- How many a decision entered into the register, and their money.
-- in: decision_id int
-- out: individuals int, collectives int, bonus int
SELECT COALESCE(SUM(a.kind = 'person'), 0), COALESCE(SUM(a.kind <> 'person'), 0), COALESCE(SUM(a.bonus), 0) FROM award a WHERE a.decision_id = ?;

-- name: award_of_decision
-- A part of what a decision entered into the register, in its order.
-- in: decision_id int, skip int, part int
-- out: id int, kind text, person_id int, collective_id int, name text, position text, unit_id int, unit_name text, award_code text, award_name text, method text, year int, decision_no text, decision_date date, gold_no int, bonus int, source text, cancelled_on date
-- first: a part; its page says which and of how many.
SELECT a.id, a.kind, a.person_id, a.collective_id, a.name, a.position, a.unit_id, a.unit_name, a.award_code, t.name, a.method, a.year,
       a.decision_no, a.decision_date, a.gold_no, a.bonus, a.source, a.cancelled_on
  FROM award a JOIN award_type t ON t.code = a.award_code
 WHERE a.decision_id = ? ORDER BY a.gold_no, a.id LIMIT ?, ?;

-- name: award_rows_count
-- How many they are.
-- in: scope text, award_code text, award_code2 text, year int, year2 int, method text, method2 text, kind text, kind2 text, unit_path text, unit_path2 text, fold text, fold2 text, lower_name text, lower_name2 text
-- out: count int
SELECT COUNT(*)
  FROM award a JOIN unit u ON u.id = a.unit_id JOIN award_type t ON t.code = a.award_code
 WHERE u.path LIKE CONCAT(?, '%')
   AND (? IS NULL OR a.award_code = ?)
   AND (? IS NULL OR a.year = ?)
   AND (? IS NULL OR a.method = ?)
   AND (? IS NULL OR a.kind = ?)
   AND (? IS NULL OR u.path LIKE CONCAT(?, '%'))
   AND (? IS NULL OR a.fold LIKE CONCAT('%', ?, '%'))
   AND (? IS NULL OR a.lower_name LIKE CONCAT('%', ?, '%'));

-- name: award_rows
-- The same rows for a sheet and for the golden book on paper, oldest first, a part at a time: what comes after a day and an id. In the
-- order of award_newest, like award_register.
-- in: scope text, award_code text, award_code2 text, year int, year2 int, method text, method2 text, kind text, kind2 text, unit_path text, unit_path2 text, fold text, fold2 text, lower_name text, lower_name2 text, after_date date, after_date2 date, after_id int, part int
-- out: id int, kind text, name text, position text, unit_name text, award_name text, method text, year int, decision_no text, decision_date date, gold_no int, bonus int, cancelled_on date, achievement_text text
-- first: a part; award_export goes on after its last row.
SELECT STRAIGHT_JOIN a.id, a.kind, a.name, a.position, a.unit_name, t.name, a.method, a.year, a.decision_no, a.decision_date, a.gold_no, a.bonus, a.cancelled_on, a.achievement
  FROM award a JOIN unit u ON u.id = a.unit_id JOIN award_type t ON t.code = a.award_code
 WHERE u.path LIKE CONCAT(?, '%')
   AND (? IS NULL OR a.award_code = ?)
   AND (? IS NULL OR a.year = ?)
   AND (? IS NULL OR a.method = ?)
   AND (? IS NULL OR a.kind = ?)
   AND (? IS NULL OR u.path LIKE CONCAT(?, '%'))
   AND (? IS NULL OR a.fold LIKE CONCAT('%', ?, '%'))
   AND (? IS NULL OR a.lower_name LIKE CONCAT('%', ?, '%'))
   AND a.decision_date >= ? AND (a.decision_date > ? OR a.id > ?)
 ORDER BY a.decision_date, a.id LIMIT ?;

-- name: award_rows_below
-- The same for a unit and what is below it.
-- in: scope text, award_code text, award_code2 text, year int, year2 int, method text, method2 text, kind text, kind2 text, unit_path text, unit_path2 text, fold text, fold2 text, lower_name text, lower_name2 text, after_date date, after_date2 date, after_id int, part int
-- out: id int, kind text, name text, position text, unit_name text, award_name text, method text, year int, decision_no text, decision_date date, gold_no int, bonus int, cancelled_on date, achievement_text text
-- first: a part; award_export goes on after its last row.
SELECT a.id, a.kind, a.name, a.position, a.unit_name, t.name, a.method, a.year, a.decision_no, a.decision_date, a.gold_no, a.bonus, a.cancelled_on, a.achievement
  FROM award a JOIN unit u ON u.id = a.unit_id JOIN award_type t ON t.code = a.award_code
 WHERE u.path LIKE CONCAT(?, '%')
   AND (? IS NULL OR a.award_code = ?)
   AND (? IS NULL OR a.year = ?)
   AND (? IS NULL OR a.method = ?)
   AND (? IS NULL OR a.kind = ?)
   AND (? IS NULL OR u.path LIKE CONCAT(?, '%'))
   AND (? IS NULL OR a.fold LIKE CONCAT('%', ?, '%'))
   AND (? IS NULL OR a.lower_name LIKE CONCAT('%', ?, '%'))
   AND a.decision_date >= ? AND (a.decision_date > ? OR a.id > ?)
 ORDER BY a.decision_date, a.id LIMIT ?;
