-- What an award was given for is kept as it was written: a row of a dossier may have 4,000 characters. An office may have migrated before
-- history was kept, so what is there stays there.
SET SESSION system_versioning_alter_history = KEEP;
ALTER TABLE award MODIFY achievement VARCHAR(4000) NOT NULL DEFAULT '';
