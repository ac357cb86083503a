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
 ORDER BY e.kind = 'person', t.rank_order, e.ordinal, e.id LIMIT 10002;

-- name: nominee_part
-- A part of the same rows, in the same order.
-- in: nomination_id int, skip int, part int
-- out: id int, ordinal int, kind text, person_id int, collective_id int, name text, sex text, position text, unit_id int, unit_name text, leader bool, award_code text, award_name text, family text, achievement_text text, period_from date, period_to date, outcome text, reason text, return_fields text, bonus int, yes int, no int, version int, blocking int, warnings int, missing int
SELECT e.id, e.ordinal, e.kind, e.person_id, e.collective_id, e.name, (SELECT p.sex FROM person p WHERE p.id = e.person_id), e.position, e.unit_id, e.unit_name, e.leader,
       e.award_code, t.name, t.family, e.achievement, e.period_from, e.period_to, e.outcome, e.reason, e.return_fields, e.bonus, e.yes, e.no, e.version,
       (SELECT COUNT(*) FROM eligibility g WHERE g.nominee_id = e.id AND g.severity = 'block' AND g.result = 'fail'),
       (SELECT COUNT(*) FROM eligibility g WHERE g.nominee_id = e.id AND g.severity = 'warn' AND g.result <> 'pass'),
       (SELECT COUNT(*) FROM eligibility g WHERE g.nominee_id = e.id AND g.severity = 'block' AND g.result = 'missing')
  FROM (SELECT i.id, y.rank_order FROM nominee i JOIN award_type y ON y.code = i.award_code
         WHERE i.nomination_id = ? ORDER BY i.kind = 'person', y.rank_order, i.ordinal, i.id LIMIT ?, ?) k
  JOIN nominee e ON e.id = k.id JOIN award_type t ON t.code = e.award_code
 ORDER BY e.kind = 'person', t.rank_order, e.ordinal, e.id;

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
-- in: name text, position text, award_code text, achievement text, period_from date, period_to date, outcome text, reason text, return_fields text, id int, nomination_id int, version int
-- out: none
UPDATE nominee SET name = ?, position = ?, award_code = ?, achievement = ?, period_from = ?, period_to = ?, outcome = ?, reason = ?, return_fields = ?, version = version + 1
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

-- name: eligibility_of
-- What the rules said of one row.
-- in: nominee_id int
-- out: rule_id text, checked_at time, regime text, result text, severity text, say text, found text, cite text, verified bool
SELECT rule_id, checked_at + INTERVAL 7 HOUR, regime, result, severity, say, found, cite, verified FROM eligibility WHERE nominee_id = ?
 ORDER BY FIELD(result, 'fail', 'missing', 'pass'), FIELD(severity, 'block', 'warn', 'info'), rule_id LIMIT 1000;
