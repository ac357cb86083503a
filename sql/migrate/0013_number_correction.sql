-- A run of the number book that was entered wrong is put right: what stood there before stays in the row. version: a run is corrected
-- as whoever corrects it has seen it.
ALTER TABLE number_book ADD COLUMN IF NOT EXISTS was VARCHAR(10) NULL COMMENT 'before the last correction; NULL: never corrected' AFTER at;
ALTER TABLE number_book ADD COLUMN IF NOT EXISTS was_note VARCHAR(300) NULL AFTER was;
ALTER TABLE number_book ADD COLUMN IF NOT EXISTS version INT UNSIGNED NOT NULL DEFAULT 1 AFTER was_note;
