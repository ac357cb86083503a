-- A page of the audit costs a page, whatever it is filtered by: what is asked for is read in the order of its ids, in one unit and in all.
ALTER TABLE audit
    ADD KEY IF NOT EXISTS audit_unit_object (unit_id, object, id),
    ADD KEY IF NOT EXISTS audit_unit_action (unit_id, action, id),
    ADD KEY IF NOT EXISTS audit_kind (object, id),
    ADD KEY IF NOT EXISTS audit_action (action, id);
