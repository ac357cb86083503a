-- The audit as a chain: each entry holds the digest of the one before it and of its own fields. What was written before stays as it
-- is, without a digest: nothing is read or rewritten here, however many entries there are.

ALTER TABLE audit
    ADD COLUMN IF NOT EXISTS prev CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'digest of the entry before',
    ADD COLUMN IF NOT EXISTS hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'of prev and every other column',
    ALGORITHM = INSTANT;

CREATE TABLE IF NOT EXISTS audit_head (
    one         TINYINT UNSIGNED NOT NULL PRIMARY KEY,
    start_id    BIGINT UNSIGNED NOT NULL COMMENT 'the last entry of before there was a chain; 0: none',
    started_at  DATETIME NOT NULL,
    last_id     BIGINT UNSIGNED NOT NULL COMMENT 'the newest entry of the chain; start_id: none yet',
    hash        CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'its digest',
    last_at     DATETIME NOT NULL,
    CONSTRAINT audit_head_one CHECK (one = 1)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

INSERT IGNORE INTO audit_head (one, start_id, started_at, last_id, hash, last_at)
SELECT 1, COALESCE(MAX(id), 0), UTC_TIMESTAMP(), COALESCE(MAX(id), 0), REPEAT('0', 64), UTC_TIMESTAMP() FROM audit;
