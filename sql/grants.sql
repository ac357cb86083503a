-- What the service account may do: data only, never the schema, and per table only what the program does there.
-- Applied by `tdkt migrate` after every run; `tdkt migrate --grants` prints it for an administrator to apply.
-- {app} is the service's account, {db} the database, {db.*} everything in it.

-- Reading; and whatever an earlier, wider grant on the whole database left behind is taken back.
GRANT SELECT ON {db.*} TO {app};
REVOKE INSERT, UPDATE, DELETE, CREATE, DROP, INDEX, ALTER, REFERENCES, CREATE TEMPORARY TABLES, LOCK TABLES,
    CREATE VIEW, SHOW VIEW, CREATE ROUTINE, ALTER ROUTINE, EXECUTE, EVENT, TRIGGER, DELETE HISTORY,
    GRANT OPTION ON {db.*} FROM {app};

-- Records that only grow: who did what cannot be rewritten by the program that did it.
GRANT INSERT ON {db}.audit TO {app};
GRANT UPDATE (last_id, hash, last_at) ON {db}.audit_head TO {app};
GRANT INSERT ON {db}.nomination_event TO {app};
GRANT INSERT ON {db}.nominee_change TO {app};
GRANT INSERT ON {db}.council_session TO {app};
GRANT INSERT ON {db}.document TO {app};
GRANT INSERT ON {db}.file TO {app};
GRANT INSERT ON {db}.reorganisation TO {app};
GRANT INSERT ON {db}.reorganisation_unit TO {app};

-- Records that are corrected, never removed.
GRANT INSERT, UPDATE ON {db}.unit TO {app};
GRANT INSERT, UPDATE ON {db}.unit_name TO {app};
GRANT INSERT, UPDATE ON {db}.headcount TO {app};
GRANT INSERT, UPDATE ON {db}.block TO {app};
GRANT INSERT, UPDATE ON {db}.person TO {app};
GRANT INSERT, UPDATE ON {db}.position TO {app};
GRANT INSERT, UPDATE ON {db}.rating TO {app};
GRANT INSERT, UPDATE ON {db}.hold TO {app};
GRANT INSERT, UPDATE ON {db}.role_grant TO {app};
GRANT INSERT, UPDATE ON {db}.campaign TO {app};
GRANT INSERT, UPDATE ON {db}.award_type TO {app};
GRANT INSERT, UPDATE ON {db}.nomination TO {app};
GRANT INSERT, UPDATE ON {db}.council TO {app};
GRANT INSERT, UPDATE ON {db}.number_series TO {app};
GRANT INSERT, UPDATE ON {db}.number_book TO {app};
GRANT INSERT, UPDATE ON {db}.decision TO {app};
GRANT INSERT, UPDATE ON {db}.award TO {app};

-- Lists that are kept as a whole, drafts, and what is only for a time.
GRANT INSERT, UPDATE, DELETE ON {db}.block_member TO {app};
GRANT INSERT, UPDATE, DELETE ON {db}.campaign_round TO {app};
GRANT INSERT, UPDATE, DELETE ON {db}.campaign_target TO {app};
GRANT INSERT, UPDATE, DELETE ON {db}.campaign_criterion TO {app};
GRANT INSERT, UPDATE, DELETE ON {db}.nominee TO {app};
GRANT INSERT, UPDATE, DELETE ON {db}.eligibility TO {app};
GRANT INSERT, UPDATE, DELETE ON {db}.evidence TO {app};
GRANT INSERT, UPDATE, DELETE ON {db}.award_type_period TO {app};
GRANT INSERT, UPDATE, DELETE ON {db}.holiday TO {app};
GRANT INSERT, DELETE ON {db}.person_group TO {app};
GRANT INSERT, UPDATE, DELETE ON {db}.session TO {app};
GRANT INSERT, UPDATE, DELETE ON {db}.form_token TO {app};
GRANT INSERT, UPDATE, DELETE ON {db}.login_failure TO {app};
GRANT INSERT, UPDATE, DELETE ON {db}.login_place TO {app};
