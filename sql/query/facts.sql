-- What the conditions of the law are asked of. Whom it is about comes as a list, [[id, person_id, unit_id, own], ...]: the
-- rows of a dossier, or one person or unit without any; own is 0 for a unit that went into the one asked about.
-- An answer carries the id of its line.

-- name: facts_rows
-- Whom to judge: one row or all of a dossier.
-- in: nomination_id int, nominee_id int, nominee_id2 int
-- out: id int, kind text, person_id int, collective_id int, award_code text, sex text
SELECT e.id, e.kind, e.person_id, e.collective_id, e.award_code, p.sex
  FROM nominee e LEFT JOIN person p ON p.id = e.person_id
 WHERE e.nomination_id = ? AND (? IS NULL OR e.id = ?) ORDER BY e.id LIMIT 10001;

-- name: facts_person
-- One person as such.
-- in: id int
-- out: sex text
SELECT sex FROM person WHERE id = ?;

-- name: facts_predecessors
-- Units that went into those asked about, by that day; their awards and ratings are those of the successor.
-- in: subjects text, day date
-- out: id int, unit_id int
WITH RECURSIVE line (id, unit_id, depth) AS (
    SELECT s.id, s.unit_id, 0
      FROM JSON_TABLE(?, '$[*]' COLUMNS (id INT PATH '$[0]', unit_id INT PATH '$[2]')) s WHERE s.unit_id IS NOT NULL
    UNION
    SELECT l.id, p.unit_id, l.depth + 1
      FROM line l
      JOIN reorganisation_unit me ON me.unit_id = l.unit_id AND me.side = 'successor'
      JOIN reorganisation r ON r.id = me.reorganisation_id AND r.effective_on <= ?
      JOIN reorganisation_unit p ON p.reorganisation_id = r.id AND p.side = 'predecessor' AND p.unit_id <> l.unit_id
     WHERE l.depth < 8)
SELECT DISTINCT id, unit_id FROM line WHERE depth > 0 ORDER BY id, unit_id LIMIT 100000;

-- name: facts_ratings
-- Yearly ratings; where a unit has none of a year, the worst of those that went into it.
-- in: subjects text, subjects2 text
-- out: id int, year int, value text
SELECT s.id, r.year, r.value
  FROM JSON_TABLE(?, '$[*]' COLUMNS (id INT PATH '$[0]', person_id INT PATH '$[1]')) s JOIN rating r ON r.person_id = s.person_id
 UNION ALL
SELECT s.id, r.year, ELT(COALESCE(MAX(IF(s.own, FIELD(r.value, 'HTXSNV', 'HTTNV', 'HTNV', 'KHTNV'), NULL)),
                                  MAX(FIELD(r.value, 'HTXSNV', 'HTTNV', 'HTNV', 'KHTNV'))), 'HTXSNV', 'HTTNV', 'HTNV', 'KHTNV')
  FROM JSON_TABLE(?, '$[*]' COLUMNS (id INT PATH '$[0]', unit_id INT PATH '$[2]', own INT PATH '$[3]')) s
  JOIN rating r ON r.unit_id = s.unit_id
 GROUP BY s.id, r.year
 ORDER BY 1, 2 LIMIT 500000;

-- name: facts_awards
-- Awards, those of the units that went into one with them.
-- in: subjects text, subjects2 text
-- out: id int, award_id int, code text, year int, decided_on date, method text, level text, cancelled bool
SELECT s.id, a.id AS award_id, a.award_code, a.year, a.decision_date, a.method, t.level, a.cancelled_on IS NOT NULL
  FROM JSON_TABLE(?, '$[*]' COLUMNS (id INT PATH '$[0]', person_id INT PATH '$[1]')) s
  JOIN award a ON a.person_id = s.person_id JOIN award_type t ON t.code = a.award_code
 UNION ALL
SELECT s.id, a.id, a.award_code, a.year, a.decision_date, a.method, t.level, a.cancelled_on IS NOT NULL
  FROM JSON_TABLE(?, '$[*]' COLUMNS (id INT PATH '$[0]', unit_id INT PATH '$[2]')) s
  JOIN award a ON a.collective_id = s.unit_id JOIN award_type t ON t.code = a.award_code
 ORDER BY 1, 5, 2 LIMIT 500000;

-- name: facts_holds
-- Disciplines and open cases.
-- in: subjects text, subjects2 text
-- out: id int, kind text, level text, from_date date, to_date date
SELECT s.id, h.kind, h.level, h.from_date, h.to_date
  FROM JSON_TABLE(?, '$[*]' COLUMNS (id INT PATH '$[0]', person_id INT PATH '$[1]')) s JOIN hold h ON h.person_id = s.person_id
 UNION ALL
SELECT s.id, h.kind, h.level, h.from_date, h.to_date
  FROM JSON_TABLE(?, '$[*]' COLUMNS (id INT PATH '$[0]', unit_id INT PATH '$[2]')) s JOIN hold h ON h.unit_id = s.unit_id
 ORDER BY 1, 4 LIMIT 100000;

-- name: facts_positions
-- What people are and were, and whether that was in health.
-- in: subjects text
-- out: id int, leader bool, valid_from date, valid_to date, sector bool
SELECT s.id, o.leader, o.valid_from, o.valid_to, u.kind <> 'khoi_ngoai'
  FROM JSON_TABLE(?, '$[*]' COLUMNS (id INT PATH '$[0]', person_id INT PATH '$[1]')) s
  JOIN position o ON o.person_id = s.person_id JOIN unit u ON u.id = o.unit_id
 ORDER BY s.id, o.valid_from LIMIT 200000;

-- name: facts_evidence
-- Initiatives and topics that a person's papers recognise, of this dossier and of those that have left their unit; one paper
-- in two dossiers is one.
-- in: subjects text, nomination_id int
-- out: id int, kind text, year int, number text, issued_on date
SELECT DISTINCT s.id, v.kind, COALESCE(YEAR(v.issued_on), n.year) AS year, v.number, v.issued_on
  FROM JSON_TABLE(?, '$[*]' COLUMNS (id INT PATH '$[0]', person_id INT PATH '$[1]')) s
  JOIN nominee o ON o.person_id = s.person_id JOIN evidence v ON v.nominee_id = o.id JOIN nomination n ON n.id = o.nomination_id
 WHERE n.id = ? OR n.state NOT IN ('draft', 'dropped')
 ORDER BY s.id, year LIMIT 200000;

-- name: facts_collectives
-- Figures a collective is judged by, in one year. Those rated are all of its people, or somebody did not do his duty: else it is
-- not known how many did. Before the year's Lao dong tien tien are decided their number is not known.
-- in: year int, year2 int, day date, day2 date, year3 int, year4 int, subjects text, year5 int
-- out: id int, members int, women int, ldtt int, cstdcs int, completed int, disciplined int, founded_year int
SELECT s.id, h.total, h.women,
       (SELECT NULLIF(COUNT(*), 0) FROM award a JOIN unit w ON w.id = a.unit_id
         WHERE w.path LIKE CONCAT(u.path, '%') AND a.award_code = 'LDTT' AND a.year = ? AND a.cancelled_on IS NULL),
       (SELECT COUNT(*) FROM award a JOIN unit w ON w.id = a.unit_id
         WHERE w.path LIKE CONCAT(u.path, '%') AND a.award_code = 'CSTDCS' AND a.year = ? AND a.cancelled_on IS NULL),
       (SELECT CASE WHEN MAX(r.value = 'KHTNV') THEN LEAST(COUNT(DISTINCT IF(r.value = 'KHTNV', NULL, r.person_id)), h.total - 1)
                    WHEN COUNT(DISTINCT r.person_id) >= h.total THEN h.total END
          FROM unit w JOIN position o ON o.unit_id = w.id AND o.valid_from <= ? AND (o.valid_to IS NULL OR o.valid_to >= ?)
          JOIN rating r ON r.person_id = o.person_id AND r.year = ?
         WHERE w.path LIKE CONCAT(u.path, '%')),
       (SELECT COUNT(DISTINCT d.person_id) FROM hold d JOIN position o ON o.person_id = d.person_id AND o.valid_to IS NULL
          JOIN unit w ON w.id = o.unit_id
         WHERE w.path LIKE CONCAT(u.path, '%') AND d.kind = 'discipline' AND d.level NOT IN ('', 'khien_trach')
           AND YEAR(d.from_date) = ?),
       YEAR(u.valid_from)
  FROM JSON_TABLE(?, '$[*]' COLUMNS (id INT PATH '$[0]', unit_id INT PATH '$[2]')) s JOIN unit u ON u.id = s.unit_id
  LEFT JOIN headcount h ON h.unit_id = u.id AND h.year = ?
 ORDER BY s.id LIMIT 10001;

-- name: facts_unit_year
-- Titles of the nominating unit in a year, with the rows of this dossier that may still become some.
-- in: year int, year2 int, nomination_id int
-- out: ldtt int, cstdcs int
SELECT (SELECT COUNT(*) FROM award a JOIN unit w ON w.id = a.unit_id
         WHERE w.path LIKE CONCAT(u.path, '%') AND a.award_code = 'LDTT' AND a.year = ? AND a.cancelled_on IS NULL)
       + (SELECT COUNT(*) FROM nominee e WHERE e.nomination_id = n.id AND e.award_code = 'LDTT'
             AND e.outcome NOT IN ('refused', 'failed', 'granted')),
       (SELECT COUNT(*) FROM award a JOIN unit w ON w.id = a.unit_id
         WHERE w.path LIKE CONCAT(u.path, '%') AND a.award_code = 'CSTDCS' AND a.year = ? AND a.cancelled_on IS NULL)
       + (SELECT COUNT(*) FROM nominee e WHERE e.nomination_id = n.id AND e.award_code = 'CSTDCS'
             AND e.outcome NOT IN ('refused', 'failed', 'granted'))
  FROM nomination n JOIN unit u ON u.id = n.unit_id WHERE n.id = ?;

-- name: facts_used
-- Rows whose achievement is rewarded or proposed already: the same subject for the same campaign, or for the same award and
-- overlapping times, in another dossier that has left its unit. People and collectives apart, each by its own index.
-- in: nomination_id int, nominee_id int, nominee_id2 int, nomination_id2 int, nominee_id3 int, nominee_id4 int
-- out: id int
SELECT e.id
  FROM nominee e JOIN nomination n ON n.id = e.nomination_id
  JOIN nominee o ON o.person_id = e.person_id AND o.nomination_id <> e.nomination_id
  JOIN nomination m ON m.id = o.nomination_id
 WHERE e.nomination_id = ? AND (? IS NULL OR e.id = ?)
   AND o.outcome NOT IN ('refused', 'failed') AND m.state NOT IN ('draft', 'refused', 'dropped')
   AND ((n.campaign_id IS NOT NULL AND m.campaign_id = n.campaign_id AND m.year = n.year)
     OR (o.award_code = e.award_code AND o.period_from <= e.period_to AND o.period_to >= e.period_from))
 UNION
SELECT e.id
  FROM nominee e JOIN nomination n ON n.id = e.nomination_id
  JOIN nominee o ON o.collective_id = e.collective_id AND o.nomination_id <> e.nomination_id
  JOIN nomination m ON m.id = o.nomination_id
 WHERE e.nomination_id = ? AND (? IS NULL OR e.id = ?)
   AND o.outcome NOT IN ('refused', 'failed') AND m.state NOT IN ('draft', 'refused', 'dropped')
   AND ((n.campaign_id IS NOT NULL AND m.campaign_id = n.campaign_id AND m.year = n.year)
     OR (o.award_code = e.award_code AND o.period_from <= e.period_to AND o.period_to >= e.period_from))
 ORDER BY id LIMIT 10001;
