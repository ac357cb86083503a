-- What the database itself answers.

-- name: schema_now
-- The server's clock and version, for readiness and the doctor.
-- in: none
-- out: now time, version text
SELECT UTC_TIMESTAMP() AS now, VERSION() AS version;
