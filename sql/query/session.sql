-- name: session_get
-- Who is asking and in which role, by primary keys only: asked by every request.  A grant that is no longer in force gives no role,
-- nor does one for a unit that is closed.
-- in: digest text, idle_minutes int, absolute_hours int
-- out: person_id int, name text, role text, grant_id int, unit_id int, unit_name text, path text, csrf text, stale bool
SELECT s.person_id, p.full_name, g.role, g.id, u.id, n.short, u.path, s.csrf, s.seen_at < UTC_TIMESTAMP() - INTERVAL 1 MINUTE
  FROM session s
  JOIN person p ON p.id = s.person_id
  LEFT JOIN role_grant g ON g.id = s.grant_id AND g.revoked_at IS NULL
            AND g.valid_from <= DATE(UTC_TIMESTAMP() + INTERVAL 7 HOUR)
            AND (g.valid_to IS NULL OR g.valid_to >= DATE(UTC_TIMESTAMP() + INTERVAL 7 HOUR))
            AND EXISTS (SELECT 1 FROM unit w WHERE w.id = g.unit_id AND (w.valid_to IS NULL OR w.valid_to >= DATE(UTC_TIMESTAMP() + INTERVAL 7 HOUR)))
            AND (g.person_id = s.person_id
                 OR EXISTS (SELECT 1 FROM person_group m WHERE m.person_id = s.person_id AND m.ldap_group = g.ldap_group))
  LEFT JOIN unit u ON u.id = COALESCE(g.unit_id, (SELECT o.unit_id FROM position o
             WHERE o.person_id = s.person_id AND o.valid_from <= DATE(UTC_TIMESTAMP() + INTERVAL 7 HOUR)
               AND (o.valid_to IS NULL OR o.valid_to >= DATE(UTC_TIMESTAMP() + INTERVAL 7 HOUR))
             ORDER BY o.leader DESC, o.valid_from DESC LIMIT 1))
  LEFT JOIN unit_name n ON n.unit_id = u.id AND n.valid_from <= DATE(UTC_TIMESTAMP() + INTERVAL 7 HOUR)
            AND (n.valid_to IS NULL OR n.valid_to >= DATE(UTC_TIMESTAMP() + INTERVAL 7 HOUR))
 WHERE s.token_hash = ? AND p.in_directory
   AND s.seen_at > UTC_TIMESTAMP() - INTERVAL ? MINUTE
   AND s.created_at > UTC_TIMESTAMP() - INTERVAL ? HOUR
   AND s.expires_at > UTC_TIMESTAMP()
 LIMIT 1;

-- name: session_over
-- Whose a session was that has run out, for as long as a page of it may still be posted: it lets nobody in.  What its person ended
-- himself is not there any more, and who has left the directory has none.
-- in: digest text
-- out: person_id int
SELECT s.person_id
  FROM session s
  JOIN person p ON p.id = s.person_id
 WHERE s.token_hash = ? AND p.in_directory AND s.expires_at > UTC_TIMESTAMP() - INTERVAL 3 DAY;

-- name: session_grants
-- Every grant in force that a person has, himself or through a group, for a unit that is not closed.
-- in: person_id int, group_person_id int
-- out: id int, role text, unit_name text
SELECT g.id, g.role, n.short
  FROM role_grant g
  JOIN unit u ON u.id = g.unit_id AND (u.valid_to IS NULL OR u.valid_to >= DATE(UTC_TIMESTAMP() + INTERVAL 7 HOUR))
  JOIN unit_name n ON n.unit_id = g.unit_id AND n.valid_from <= DATE(UTC_TIMESTAMP() + INTERVAL 7 HOUR)
       AND (n.valid_to IS NULL OR n.valid_to >= DATE(UTC_TIMESTAMP() + INTERVAL 7 HOUR))
 WHERE g.person_id = ? AND g.revoked_at IS NULL AND g.valid_from <= DATE(UTC_TIMESTAMP() + INTERVAL 7 HOUR)
   AND (g.valid_to IS NULL OR g.valid_to >= DATE(UTC_TIMESTAMP() + INTERVAL 7 HOUR))
UNION ALL
SELECT g.id, g.role, n.short
  FROM person_group m
  JOIN role_grant g ON g.ldap_group = m.ldap_group
  JOIN unit u ON u.id = g.unit_id AND (u.valid_to IS NULL OR u.valid_to >= DATE(UTC_TIMESTAMP() + INTERVAL 7 HOUR))
  JOIN unit_name n ON n.unit_id = g.unit_id AND n.valid_from <= DATE(UTC_TIMESTAMP() + INTERVAL 7 HOUR)
       AND (n.valid_to IS NULL OR n.valid_to >= DATE(UTC_TIMESTAMP() + INTERVAL 7 HOUR))
 WHERE m.person_id = ? AND g.revoked_at IS NULL AND g.valid_from <= DATE(UTC_TIMESTAMP() + INTERVAL 7 HOUR)
   AND (g.valid_to IS NULL OR g.valid_to >= DATE(UTC_TIMESTAMP() + INTERVAL 7 HOUR))
 LIMIT 255;

-- name: session_own_unit
-- The short name of the unit where a person works.
-- in: person_id int
-- out: unit_name text
SELECT n.short
  FROM position o
  JOIN unit_name n ON n.unit_id = o.unit_id AND n.valid_from <= DATE(UTC_TIMESTAMP() + INTERVAL 7 HOUR)
       AND (n.valid_to IS NULL OR n.valid_to >= DATE(UTC_TIMESTAMP() + INTERVAL 7 HOUR))
 WHERE o.person_id = ? AND o.valid_from <= DATE(UTC_TIMESTAMP() + INTERVAL 7 HOUR)
   AND (o.valid_to IS NULL OR o.valid_to >= DATE(UTC_TIMESTAMP() + INTERVAL 7 HOUR))
 ORDER BY o.leader DESC, o.valid_from DESC LIMIT 1;

-- name: session_touch
-- The session is in use.
-- in: digest text
-- out: none
UPDATE session SET seen_at = UTC_TIMESTAMP() WHERE token_hash = ?;

-- name: session_insert
-- A new session; only the token's digest is kept.
-- in: digest text, public_id text, person_id int, grant_id int, csrf text, absolute_hours int, address text, agent text
-- out: none
INSERT INTO session (token_hash, public_id, person_id, grant_id, csrf, created_at, seen_at, expires_at, address, agent)
VALUES (?, ?, ?, ?, ?, UTC_TIMESTAMP(), UTC_TIMESTAMP(), UTC_TIMESTAMP() + INTERVAL ? HOUR, ?, ?);

-- name: session_trim
-- Before a new one begins: of a person's sessions so many of the newest stay, the older ones end.
-- in: person_id int, newest_person_id int, keep int
-- out: none
DELETE FROM session
 WHERE person_id = ?
   AND token_hash NOT IN (SELECT token_hash FROM (SELECT token_hash FROM session WHERE person_id = ?
                                                   ORDER BY created_at DESC, token_hash LIMIT ?) newest);

-- name: session_delete
-- Log-out, or the session a new login takes the place of.
-- in: digest text
-- out: none
DELETE FROM session WHERE token_hash = ?;

-- name: session_close
-- Ends one of a person's sessions by the name it has on his page.
-- in: person_id int, public_id text
-- out: none
DELETE FROM session WHERE person_id = ? AND public_id = ?;

-- name: session_choose
-- The role acted in from now on.
-- in: grant_id int, digest text
-- out: none
UPDATE session SET grant_id = ? WHERE token_hash = ?;

-- name: session_list
-- A person's sessions, newest first, each with the role it still acts in (as in session_get).  Whoever logs in keeps twenty
-- (session_trim), and a few more when he logs in many times at one moment: a LIMIT of five times that is not met.
-- in: digest text, person_id int, idle_minutes int
-- out: public_id text, created_at time, seen_at time, expires_at time, address text, agent text, role text, current bool
SELECT s.public_id, s.created_at + INTERVAL 7 HOUR, s.seen_at + INTERVAL 7 HOUR, s.expires_at + INTERVAL 7 HOUR, s.address, s.agent,
       COALESCE(g.role, 'staff'), s.token_hash = ?
  FROM session s
  LEFT JOIN role_grant g ON g.id = s.grant_id AND g.revoked_at IS NULL
            AND g.valid_from <= DATE(UTC_TIMESTAMP() + INTERVAL 7 HOUR)
            AND (g.valid_to IS NULL OR g.valid_to >= DATE(UTC_TIMESTAMP() + INTERVAL 7 HOUR))
            AND EXISTS (SELECT 1 FROM unit w WHERE w.id = g.unit_id AND (w.valid_to IS NULL OR w.valid_to >= DATE(UTC_TIMESTAMP() + INTERVAL 7 HOUR)))
            AND (g.person_id = s.person_id
                 OR EXISTS (SELECT 1 FROM person_group m WHERE m.person_id = s.person_id AND m.ldap_group = g.ldap_group))
 WHERE s.person_id = ? AND s.expires_at > UTC_TIMESTAMP() AND s.seen_at > UTC_TIMESTAMP() - INTERVAL ? MINUTE
 ORDER BY s.created_at DESC, s.public_id LIMIT 100;

-- name: session_sweep
-- Sessions that have been over for longer than session_over asks for them, a few at each login.
-- in: none
-- out: none
-- first: a few at a time; the next log-in takes the others.
DELETE FROM session WHERE expires_at < UTC_TIMESTAMP() - INTERVAL 3 DAY LIMIT 200;

-- name: form_token_sweep
-- One-time tokens older than any page that could still post them, a few at each login.
-- in: none
-- out: none
-- first: a few at a time; the next log-in takes the others.
DELETE FROM form_token WHERE used_at < UTC_TIMESTAMP() - INTERVAL 3 DAY LIMIT 500;

-- name: form_token_insert
-- Takes a form's token; a second one fails, or waits for the first to end.
-- in: digest text, person_id int
-- out: none
INSERT INTO form_token (token_hash, person_id, used_at, location) VALUES (?, ?, UTC_TIMESTAMP(), '');

-- name: form_token_settle
-- Where the act led.
-- in: location text, digest text
-- out: none
UPDATE form_token SET location = ? WHERE token_hash = ?;

-- name: form_token_delete
-- Gives a token back: nothing was done with it.
-- in: digest text
-- out: none
DELETE FROM form_token WHERE token_hash = ?;

-- name: form_token_location
-- Where the first post of a form led.
-- in: digest text, person_id int
-- out: location text
SELECT location FROM form_token WHERE token_hash = ? AND person_id = ?;

-- name: login_listed
-- Whom the portal may let in: the directory still knows him.
-- in: login text
-- out: id int
SELECT id FROM person WHERE login = ? AND in_directory;
