-- name: audit_head_lock
-- Where the chain ends: locked from now to the end of the transaction, so it is asked for last. Whether its newest entry is of an
-- earlier day.
-- in: none
-- out: last_id int, hash text, now time, newest int, earlier bool
SELECT h.last_id, h.hash, UTC_TIMESTAMP(), COALESCE((SELECT MAX(a.id) FROM audit a), 0),
       DATE(h.last_at + INTERVAL 7 HOUR) < DATE(UTC_TIMESTAMP() + INTERVAL 7 HOUR)
  FROM audit_head h WHERE h.one = 1 FOR UPDATE;

-- name: audit_head_move
-- And where it ends now.
-- in: last_id int, hash text, at time
-- out: none
UPDATE audit_head SET last_id = ?, hash = ?, last_at = ? WHERE one = 1;

-- name: audit_head_get
-- Where the chain begins and ends.
-- in: none
-- out: start_id int, last_id int, hash text
SELECT start_id, last_id, hash FROM audit_head WHERE one = 1;

-- name: audit_chain
-- The entries after one, as they are in the chain.
-- in: after_id int
-- out: id int, at time, person_id int, role text, capacity text, action text, object text, object_id int, unit_id int, before_text text,
--   after_text text, request_id text, address text, prev text, hash text
-- first: a window; the next one begins where it ends.
SELECT id, at, person_id, role, capacity, action, object, object_id, unit_id, before_text, after_text, request_id, address, prev, hash
  FROM audit WHERE id > ? ORDER BY id LIMIT 250;

-- name: audit_insert
-- One act.
-- in: id int, at time, person_id int, role text, capacity text, action text, object text, object_id int, unit_id int, before_text text, after_text text, request_id text, address text, prev text, hash text
-- out: none
INSERT INTO audit (id, at, person_id, role, capacity, action, object, object_id, unit_id, before_text, after_text, request_id, address, prev,
                   hash)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- name: audit_unit_of_person
-- Where a person works today: the unit whose auditor may read what he does for himself.
-- in: person_id int
-- out: unit_id int
SELECT o.unit_id
  FROM position o
 WHERE o.person_id = ? AND o.valid_from <= DATE(UTC_TIMESTAMP() + INTERVAL 7 HOUR)
   AND (o.valid_to IS NULL OR o.valid_to >= DATE(UTC_TIMESTAMP() + INTERVAL 7 HOUR))
 ORDER BY o.leader DESC, o.valid_from DESC LIMIT 1;

-- name: audit_whole
-- Is the scope the whole department? Only its readers see what belongs to no unit.
-- in: scope text
-- out: count int
SELECT COUNT(*) FROM unit WHERE path = ? AND parent_id IS NULL AND kind = 'so';

-- name: audit_list
-- Of the whole department: newest first, with filters; keyset paging by id.
-- in: object text, object2 text, object_id int, object_id2 int, person_id int, person_id2 int, action text, action2 text, before_id int, before_id2 int
-- out: id int, at time, person_id int, person_name text, role text, capacity text, action text, object text, object_id int, before_text text, after_text text, request_id text, address text
-- first: a page; one row more says that there is a next one.
SELECT a.id, a.at + INTERVAL 7 HOUR, a.person_id, p.full_name, a.role, a.capacity, a.action, a.object, a.object_id, a.before_text, a.after_text, a.request_id, a.address
  FROM audit a LEFT JOIN person p ON p.id = a.person_id
 WHERE (? IS NULL OR a.object = ?) AND (? IS NULL OR a.object_id = ?) AND (? IS NULL OR a.person_id = ?)
   AND (? IS NULL OR a.action = ?) AND (? IS NULL OR a.id < ?)
 ORDER BY a.id DESC LIMIT 51;

-- name: audit_units
-- The units of a scope, those that are closed as well.
-- in: scope text
-- out: id int
SELECT id FROM unit WHERE path LIKE CONCAT(?, '%') ORDER BY id;

-- name: audit_newest
-- The newest entries of one unit between two ids, with filters.  The unit is given twice, as a span: so the server goes backwards in
-- the filter's key from the upper id; told that the unit is one number it begins at the unit's newest entry and passes all above.
-- in: from_unit int, to_unit int, above_id int, before_id int, object text, object2 text, object_id int, object_id2 int, person_id int, person_id2 int, action text, action2 text
-- out: id int
-- first: no page shows more of them, even if it has no other unit's.
SELECT a.id FROM audit a
 WHERE a.unit_id >= ? AND a.unit_id <= ? AND a.id > ? AND a.id < ?
   AND (? IS NULL OR a.object = ?) AND (? IS NULL OR a.object_id = ?) AND (? IS NULL OR a.person_id = ?) AND (? IS NULL OR a.action = ?)
 ORDER BY a.unit_id DESC, a.id DESC LIMIT 51;

-- name: audit_entries
-- These entries, newest first.
-- in: ids text
-- out: id int, at time, person_id int, person_name text, role text, capacity text, action text, object text, object_id int, before_text text, after_text text, request_id text, address text
-- first: a page; one row more says that there is a next one.
SELECT a.id, a.at + INTERVAL 7 HOUR, a.person_id, p.full_name, a.role, a.capacity, a.action, a.object, a.object_id, a.before_text, a.after_text, a.request_id, a.address
  FROM JSON_TABLE(?, '$[*]' COLUMNS (id BIGINT UNSIGNED PATH '$')) s
  JOIN audit a ON a.id = s.id
  LEFT JOIN person p ON p.id = a.person_id
 ORDER BY a.id DESC LIMIT 51;
