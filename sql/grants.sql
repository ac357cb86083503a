-- The service account: data only, no schema; the audit and the history can only grow.
-- {app} is replaced by the account (`tdkt migrate --grants` prints this for a real install).
GRANT SELECT, INSERT, UPDATE, DELETE ON {db}.* TO {app};
