-- What the database itself answers.

-- name: schema_now
-- The server's clock and version, for readiness and the doctor.
-- in: none
-- out: now time, version text
SELECT UTC_TIMESTAMP() AS now, VERSION() AS version;

-- name: schema_migrations
-- Every migration that was applied, with the digest of its file on that day.
-- in: none
-- out: name text, digest text
SELECT name, digest FROM schema_migration ORDER BY name;

-- name: schema_account
-- The account the server took us for, as grants name it.
-- in: none
-- out: account text
SELECT CURRENT_USER() AS account;
