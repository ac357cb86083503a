-- name: role_count
-- How many grants are in force on units of the scope.
-- in: scope text
-- out: count int
SELECT COUNT(*) FROM role_grant g JOIN unit u ON u.id = g.unit_id WHERE g.revoked_at IS NULL AND u.path LIKE CONCAT(?, '%');

-- name: role_list
-- Grants in force on units of the scope, most powerful first.
-- in: scope text, skip int, part int
-- out: id int, person_id int, person_name text, staff_no text, ldap_group text, role text, unit_id int, unit_name text, valid_from date, valid_to date, granted_by_name text
-- first: a part; its page says which and of how many.
SELECT g.id, g.person_id, p.full_name, p.staff_no, g.ldap_group, g.role, g.unit_id, n.official, g.valid_from, g.valid_to, b.full_name
  FROM role_grant g JOIN unit u ON u.id = g.unit_id JOIN unit_name n ON n.unit_id = g.unit_id AND n.valid_to IS NULL
  LEFT JOIN person p ON p.id = g.person_id LEFT JOIN person b ON b.id = g.granted_by
 WHERE g.revoked_at IS NULL AND u.path LIKE CONCAT(?, '%')
 ORDER BY FIELD(g.role, 'admin', 'director', 'appraiser', 'secretary', 'records', 'accountant', 'auditor', 'head', 'clerk', 'staff'), p.sort_key, g.id
 LIMIT ?, ?;

-- name: role_insert
-- A new grant.
-- in: person_id int, ldap_group text, role text, unit_id int, valid_from date, valid_to date, granted_by int
-- out: none
INSERT INTO role_grant (person_id, ldap_group, role, unit_id, valid_from, valid_to, granted_by) VALUES (?, ?, ?, ?, ?, ?, ?);

-- name: role_unit
-- The unit a role is to be granted on, when it is of the scope and not closed.
-- in: unit_id int, day date, scope text
-- out: id int
SELECT id FROM unit WHERE id = ? AND (valid_to IS NULL OR valid_to >= ?) AND path LIKE CONCAT(?, '%');

-- name: role_hold
-- A grant in force on a unit of the scope, locked before it is ended.
-- in: id int, scope text
-- out: person_id int, ldap_group text, role text, unit_id int
SELECT g.person_id, g.ldap_group, g.role, g.unit_id
  FROM role_grant g JOIN unit u ON u.id = g.unit_id
 WHERE g.id = ? AND g.revoked_at IS NULL AND u.path LIKE CONCAT(?, '%') FOR UPDATE;

-- name: role_revoke
-- Ends a grant; the row stays.
-- in: id int
-- out: none
UPDATE role_grant SET revoked_at = UTC_TIMESTAMP() WHERE id = ? AND revoked_at IS NULL;

-- name: role_same
-- The same grant is in force already.
-- in: person_id int, ldap_group text, role text, unit_id int
-- out: count int
SELECT COUNT(*) FROM role_grant WHERE revoked_at IS NULL AND person_id <=> ? AND ldap_group <=> ? AND role = ? AND unit_id = ?;
