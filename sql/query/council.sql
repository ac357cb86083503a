-- name: council_current
-- The department's council whose term covers the day.
-- in: day date, day2 date
-- out: id int, name text, decision_no text, founded_on date, until date, members int
SELECT id, name, decision_no, founded_on, until, members FROM council
 WHERE kind = 'tdkt' AND founded_on <= ? AND (until IS NULL OR until >= ?) ORDER BY founded_on DESC, id DESC LIMIT 1;

-- name: council_session_insert
-- A session's result for a dossier.
-- in: council_id int, nomination_id int, held_on date, minutes_no text, members int, present int, written int
-- out: none
INSERT INTO council_session (council_id, nomination_id, held_on, minutes_no, members, present, written) VALUES (?, ?, ?, ?, ?, ?, ?);

-- name: council_session_of
-- The newest session of a dossier.
-- in: nomination_id int
-- out: id int, council_name text, decision_no text, held_on date, minutes_no text, members int, present int, written int
SELECT s.id, c.name, c.decision_no, s.held_on, s.minutes_no, s.members, s.present, s.written
  FROM council_session s JOIN council c ON c.id = s.council_id WHERE s.nomination_id = ? ORDER BY s.id DESC LIMIT 1;
