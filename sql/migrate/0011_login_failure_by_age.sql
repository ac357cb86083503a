-- Old failures are looked for at every login: by their age, without going over the rows of everybody else.
ALTER TABLE login_failure ADD KEY IF NOT EXISTS login_failure_last (last_at);
