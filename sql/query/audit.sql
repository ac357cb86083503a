-- name: audit_insert
-- One act.
-- in: person_id int, role text, capacity text, action text, object text, object_id int, unit_id int, before_text text, after_text text, request_id text, address text
-- out: none
INSERT INTO audit (at, person_id, role, capacity, action, object, object_id, unit_id, before_text, after_text, request_id, address)
VALUES (UTC_TIMESTAMP(), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- name: audit_list
-- Newest first, with filters; keyset paging by id.
-- in: object text, object2 text, object_id int, object_id2 int, person_id int, person_id2 int, action text, action2 text, before_id int, before_id2 int
-- out: id int, at time, person_id int, person_name text, role text, capacity text, action text, object text, object_id int, before_text text, after_text text, request_id text, address text
SELECT a.id, a.at + INTERVAL 7 HOUR, a.person_id, p.full_name, a.role, a.capacity, a.action, a.object, a.object_id, a.before_text, a.after_text, a.request_id, a.address
  FROM audit a LEFT JOIN person p ON p.id = a.person_id
 WHERE (? IS NULL OR a.object = ?) AND (? IS NULL OR a.object_id = ?) AND (? IS NULL OR a.person_id = ?)
   AND (? IS NULL OR a.action = ?) AND (? IS NULL OR a.id < ?)
 ORDER BY a.id DESC LIMIT 51;
