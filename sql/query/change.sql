-- name: change_insert
-- What one event changed in one field of a row.
-- in: nomination_id int, event_id int, nominee_id int, name text, field text, before_text text, after_text text
-- out: none
INSERT INTO nominee_change (nomination_id, event_id, nominee_id, name, field, before_text, after_text) VALUES (?, ?, ?, ?, ?, ?, ?);

-- name: change_list
-- What was changed in a dossier after its unit's head signed it last, newest first; nothing before the first signature. Keyset paging.
-- in: nomination_id int, nomination_id2 int, before_id int, before_id2 int
-- out: id int, at time, person_name text, role text, action text, nominee_id int, name text, field text, before_text text, after_text text
-- first: a page; one row more says that there is a next one.
SELECT c.id, v.at + INTERVAL 7 HOUR, p.full_name, v.role, v.action, c.nominee_id, c.name, c.field, c.before_text, c.after_text
  FROM nominee_change c JOIN nomination_event v ON v.id = c.event_id JOIN person p ON p.id = v.person_id
 WHERE c.nomination_id = ? AND c.event_id > (SELECT MAX(s.id) FROM nomination_event s WHERE s.nomination_id = ? AND s.action = 'confirm')
   AND (? IS NULL OR c.id < ?)
 ORDER BY c.id DESC LIMIT 51;

-- name: change_rows
-- The rows of a dossier that were changed since.
-- in: nomination_id int, nomination_id2 int
-- out: nominee_id int
SELECT DISTINCT c.nominee_id
  FROM nominee_change c
 WHERE c.nomination_id = ? AND c.event_id > (SELECT MAX(s.id) FROM nomination_event s WHERE s.nomination_id = ? AND s.action = 'confirm')
   AND c.nominee_id IS NOT NULL AND c.field <> 'unchanged'
 ORDER BY c.nominee_id LIMIT 10002;

-- name: change_of
-- What was changed in one row since.
-- in: nominee_id int, nomination_id int
-- out: id int, at time, person_name text, role text, action text, nominee_id int, name text, field text, before_text text, after_text text
SELECT c.id, v.at + INTERVAL 7 HOUR, p.full_name, v.role, v.action, c.nominee_id, c.name, c.field, c.before_text, c.after_text
  FROM nominee_change c JOIN nomination_event v ON v.id = c.event_id JOIN person p ON p.id = v.person_id
 WHERE c.nominee_id = ? AND c.event_id > (SELECT MAX(s.id) FROM nomination_event s WHERE s.nomination_id = ? AND s.action = 'confirm')
 ORDER BY c.id DESC LIMIT 500;
