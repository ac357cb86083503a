-- name: nominee_list
-- Rows of a dossier in their order on paper: collectives first, higher awards first.
-- in: nomination_id int
-- out: id int, ordinal int, kind text, person_id int, collective_id int, name text, sex text, position text, unit_id int, unit_name text, leader bool, award_code text, award_name text, family text, achievement_text text, period_from date, period_to date, outcome text, reason text, return_fields text, bonus int, yes int, no int, version int, blocking int, warnings int, missing int
SELECT e.id, e.ordinal, e.kind, e.person_id, e.collective_id, e.name, (SELECT p.sex FROM person p WHERE p.id = e.person_id), e.position, e.unit_id, e.unit_name, e.leader,
       e.award_code, t.name, t.family, e.achievement, e.period_from, e.period_to, e.outcome, e.reason, e.return_fields, e.bonus, e.yes, e.no, e.version,
       (SELECT COUNT(*) FROM eligibility g WHERE g.nominee_id = e.id AND g.severity = 'block' AND g.result = 'fail'),
       (SELECT COUNT(*) FROM eligibility g WHERE g.nominee_id = e.id AND g.severity = 'warn' AND g.result <> 'pass'),
       (SELECT COUNT(*) FROM eligibility g WHERE g.nominee_id = e.id AND g.severity = 'block' AND g.result = 'missing')
  FROM nominee e JOIN award_type t ON t.code = e.award_code
 WHERE e.nomination_id = ?
 ORDER BY e.kind = 'person', t.rank_order, e.ordinal, e.id LIMIT 10000;

-- name: nominee_get
-- One row of a dossier.
-- in: id int, nomination_id int
-- out: id int, ordinal int, kind text, person_id int, collective_id int, name text, sex text, position text, unit_id int, unit_name text, leader bool, award_code text, award_name text, family text, achievement_text text, period_from date, period_to date, outcome text, reason text, return_fields text, bonus int, yes int, no int, version int
SELECT e.id, e.ordinal, e.kind, e.person_id, e.collective_id, e.name, (SELECT p.sex FROM person p WHERE p.id = e.person_id), e.position, e.unit_id, e.unit_name, e.leader,
       e.award_code, t.name, t.family, e.achievement, e.period_from, e.period_to, e.outcome, e.reason, e.return_fields, e.bonus, e.yes, e.no, e.version
  FROM nominee e JOIN award_type t ON t.code = e.award_code
 WHERE e.id = ? AND e.nomination_id = ?;

-- name: nominee_insert
-- A row at the end of the list.
-- in: nomination_id int, nomination_id2 int, kind text, person_id int, collective_id int, name text, position text, unit_id int, unit_name text, leader bool, award_code text, achievement text, period_from date, period_to date
-- out: none
INSERT INTO nominee (nomination_id, ordinal, kind, person_id, collective_id, name, position, unit_id, unit_name, leader, award_code, achievement, period_from, period_to)
VALUES (?, (SELECT COALESCE(MAX(o.ordinal), 0) + 1 FROM nominee o WHERE o.nomination_id = ?), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- name: nominee_update
-- What the unit may correct, guarded by version.
-- in: position text, award_code text, achievement text, period_from date, period_to date, outcome text, reason text, return_fields text, id int, nomination_id int, version int
-- out: none
UPDATE nominee SET position = ?, award_code = ?, achievement = ?, period_from = ?, period_to = ?, outcome = ?, reason = ?, return_fields = ?, version = version + 1
 WHERE id = ? AND nomination_id = ? AND version = ?;

-- name: nominee_delete
-- Takes a row off the list.
-- in: id int, nomination_id int
-- out: none
DELETE FROM nominee WHERE id = ? AND nomination_id = ?;

-- name: nominee_judge
-- The appraiser's word on a row that is still his to judge.
-- in: outcome text, reason text, return_fields text, id int, nomination_id int
-- out: none
UPDATE nominee SET outcome = ?, reason = ?, return_fields = ?, version = version + 1
 WHERE id = ? AND nomination_id = ? AND outcome IN ('pending', 'accepted', 'refused', 'returned');

-- name: nominee_vote
-- The council's counts of a row.
-- in: yes int, no int, outcome text, reason text, id int, nomination_id int
-- out: none
UPDATE nominee SET yes = ?, no = ?, outcome = ?, reason = ?, version = version + 1
 WHERE id = ? AND nomination_id = ? AND outcome = 'accepted';

-- name: nominee_reset
-- A dossier that goes back to its unit is judged afresh.
-- in: nomination_id int
-- out: none
UPDATE nominee SET outcome = 'pending', version = version + 1 WHERE nomination_id = ? AND outcome = 'accepted';

-- name: nominee_grant
-- Every row that passed is granted; its money is set.
-- in: bonus int, id int, nomination_id int
-- out: none
UPDATE nominee SET outcome = 'granted', bonus = ?, version = version + 1
 WHERE id = ? AND nomination_id = ? AND outcome = 'passed';

-- name: nominee_not_granted
-- A higher authority did not grant the row.
-- in: reason text, id int, nomination_id int
-- out: none
UPDATE nominee SET outcome = 'failed', reason = ?, version = version + 1
 WHERE id = ? AND nomination_id = ? AND outcome = 'passed';

-- name: eligibility_list
-- What the rules said of every row of a dossier.
-- in: nomination_id int
-- out: nominee_id int, rule_id text, checked_at time, regime text, result text, severity text, say text, found text, cite text, verified bool
SELECT g.nominee_id, g.rule_id, g.checked_at + INTERVAL 7 HOUR, g.regime, g.result, g.severity, g.say, g.found, g.cite, g.verified
  FROM nominee e JOIN eligibility g ON g.nominee_id = e.id
 WHERE e.nomination_id = ? ORDER BY g.nominee_id, FIELD(g.result, 'fail', 'missing', 'pass'), FIELD(g.severity, 'block', 'warn', 'info'), g.rule_id LIMIT 100000;

-- name: eligibility_clear
-- Before the rules are asked again.
-- in: nomination_id int, nominee_id int, nominee_id2 int
-- out: none
DELETE g FROM eligibility g JOIN nominee e ON e.id = g.nominee_id WHERE e.nomination_id = ? AND (? IS NULL OR e.id = ?);

-- name: eligibility_insert
-- One answer of one rule.
-- in: nominee_id int, rule_id text, regime text, result text, severity text, say text, found text, cite text, verified bool
-- out: none
INSERT INTO eligibility (nominee_id, rule_id, checked_at, regime, result, severity, say, found, cite, verified)
VALUES (?, ?, UTC_TIMESTAMP(), ?, ?, ?, ?, ?, ?, ?);

-- name: facts_nominees
-- Whom to judge: one row or all of a dossier.
-- in: nomination_id int, nominee_id int, nominee_id2 int
-- out: id int, kind text, person_id int, collective_id int, award_code text, name text, sex text, birth_date date
SELECT e.id, e.kind, e.person_id, e.collective_id, e.award_code, e.name, p.sex, p.birth_date
  FROM nominee e LEFT JOIN person p ON p.id = e.person_id
 WHERE e.nomination_id = ? AND (? IS NULL OR e.id = ?) ORDER BY e.id LIMIT 10000;

-- name: facts_ratings
-- Yearly ratings of those nominees.
-- in: nomination_id int, nominee_id int, nominee_id2 int
-- out: nominee_id int, year int, value text
SELECT e.id, r.year, r.value FROM nominee e
  JOIN rating r ON (e.person_id IS NOT NULL AND r.person_id = e.person_id) OR (e.collective_id IS NOT NULL AND r.unit_id = e.collective_id)
 WHERE e.nomination_id = ? AND (? IS NULL OR e.id = ?) ORDER BY e.id, r.year LIMIT 200000;

-- name: facts_awards
-- Awards of those nominees, with those of a unit's predecessors.
-- in: nomination_id int, nominee_id int, nominee_id2 int
-- out: nominee_id int, id int, code text, year int, decided_on date, method text, level text, cancelled bool
SELECT e.id, a.id, a.award_code, a.year, a.decision_date, a.method, t.level, a.cancelled_on IS NOT NULL
  FROM nominee e
  JOIN award a ON (e.person_id IS NOT NULL AND a.person_id = e.person_id) OR (e.collective_id IS NOT NULL AND a.collective_id = e.collective_id)
  JOIN award_type t ON t.code = a.award_code
 WHERE e.nomination_id = ? AND (? IS NULL OR e.id = ?) ORDER BY e.id, a.decision_date, a.id LIMIT 200000;

-- name: facts_holds
-- Disciplines and open cases of those nominees.
-- in: nomination_id int, nominee_id int, nominee_id2 int
-- out: nominee_id int, kind text, level text, from_date date, to_date date
SELECT e.id, h.kind, h.level, h.from_date, h.to_date FROM nominee e
  JOIN hold h ON (e.person_id IS NOT NULL AND h.person_id = e.person_id) OR (e.collective_id IS NOT NULL AND h.unit_id = e.collective_id)
 WHERE e.nomination_id = ? AND (? IS NULL OR e.id = ?) ORDER BY e.id LIMIT 20000;

-- name: facts_positions
-- What those nominees are and were.
-- in: nomination_id int, nominee_id int, nominee_id2 int
-- out: nominee_id int, leader bool, valid_from date, valid_to date
SELECT e.id, s.leader, s.valid_from, s.valid_to FROM nominee e JOIN position s ON s.person_id = e.person_id
 WHERE e.nomination_id = ? AND (? IS NULL OR e.id = ?) ORDER BY e.id, s.valid_from LIMIT 40000;

-- name: facts_evidence
-- Recognised initiatives and topics among a nominee's papers.
-- in: nomination_id int, nominee_id int, nominee_id2 int
-- out: nominee_id int, kind text, issued_on date
SELECT e.id, v.kind, v.issued_on FROM nominee e JOIN evidence v ON v.nominee_id = e.id
 WHERE e.nomination_id = ? AND (? IS NULL OR e.id = ?) ORDER BY e.id, v.id LIMIT 40000;

-- name: facts_collectives
-- Figures a collective is judged by, in one year.
-- in: year int, year2 int, year3 int, year4 int, nomination_id int, nominee_id int, nominee_id2 int
-- out: nominee_id int, members int, women int, ldtt int, cstdcs int, disciplined int, founded_year int
SELECT e.id, h.total, h.women,
       (SELECT COUNT(*) FROM award a JOIN unit w ON w.id = a.unit_id
         WHERE w.path LIKE CONCAT(u.path, '%') AND a.award_code = 'LDTT' AND a.year = ? AND a.cancelled_on IS NULL),
       (SELECT COUNT(*) FROM award a JOIN unit w ON w.id = a.unit_id
         WHERE w.path LIKE CONCAT(u.path, '%') AND a.award_code = 'CSTDCS' AND a.year = ? AND a.cancelled_on IS NULL),
       (SELECT COUNT(DISTINCT d.person_id) FROM hold d JOIN position s ON s.person_id = d.person_id AND s.valid_to IS NULL
          JOIN unit w ON w.id = s.unit_id
         WHERE w.path LIKE CONCAT(u.path, '%') AND d.kind = 'discipline' AND d.level NOT IN ('', 'khien_trach')
           AND YEAR(d.from_date) = ?),
       YEAR(u.valid_from)
  FROM nominee e JOIN unit u ON u.id = e.collective_id
  LEFT JOIN headcount h ON h.unit_id = u.id AND h.year = ?
 WHERE e.nomination_id = ? AND (? IS NULL OR e.id = ?) LIMIT 2000;

-- name: eligibility_of
-- What the rules said of one row.
-- in: nominee_id int
-- out: rule_id text, checked_at time, regime text, result text, severity text, say text, found text, cite text, verified bool
SELECT rule_id, checked_at + INTERVAL 7 HOUR, regime, result, severity, say, found, cite, verified FROM eligibility WHERE nominee_id = ?
 ORDER BY FIELD(result, 'fail', 'missing', 'pass'), FIELD(severity, 'block', 'warn', 'info'), rule_id LIMIT 100;

-- name: facts_used
-- Rows whose achievement is rewarded or proposed already: the same subject for the same campaign, or for the same award and
-- overlapping times, in another dossier that has left its unit.
-- in: nomination_id int, nominee_id int, nominee_id2 int
-- out: nominee_id int
SELECT e.id
  FROM nominee e JOIN nomination n ON n.id = e.nomination_id
 WHERE e.nomination_id = ? AND (? IS NULL OR e.id = ?)
   AND EXISTS (SELECT 1 FROM nominee o JOIN nomination m ON m.id = o.nomination_id
                WHERE o.nomination_id <> e.nomination_id
                  AND ((e.person_id IS NOT NULL AND o.person_id = e.person_id)
                    OR (e.collective_id IS NOT NULL AND o.collective_id = e.collective_id))
                  AND o.outcome NOT IN ('refused', 'failed') AND m.state NOT IN ('draft', 'refused', 'dropped')
                  AND ((n.campaign_id IS NOT NULL AND m.campaign_id = n.campaign_id AND m.year = n.year)
                    OR (o.award_code = e.award_code AND o.period_from <= e.period_to AND o.period_to >= e.period_from)))
 ORDER BY e.id LIMIT 10000;
