-- name: nomination_list
-- Dossiers of the scope, newest first, with filters; keyset paging by id. Those that were dropped only when asked for.
-- in: scope text, state text, state2 text, year int, year2 int, campaign_id int, campaign_id2 int, authority text, authority2 text, unit_id int, unit_id2 int, text text, text2 text, before_id int, before_id2 int
-- out: id int, title text, unit_id int, unit_name text, campaign_id int, campaign_name text, method text, year int, authority text, state text, since time, due_on date, collectives int, individuals int, returned int, changed int
-- first: a page; one row more says that there is a next one.
SELECT n.id, n.title, n.unit_id, un.official, n.campaign_id, c.name, n.method, n.year, n.authority, n.state, n.since + INTERVAL 7 HOUR, n.due_on,
       (SELECT COUNT(*) FROM nominee e WHERE e.nomination_id = n.id AND e.kind = 'collective'),
       (SELECT COUNT(*) FROM nominee e WHERE e.nomination_id = n.id AND e.kind = 'person'),
       (SELECT COUNT(*) FROM nominee e WHERE e.nomination_id = n.id AND e.outcome = 'returned'),
       (SELECT COUNT(DISTINCT COALESCE(c.nominee_id, -c.id)) FROM nominee_change c
         WHERE c.nomination_id = n.id AND c.field <> 'unchanged'
           AND c.event_id > (SELECT MAX(s.id) FROM nomination_event s WHERE s.nomination_id = n.id AND s.action = 'confirm'))
  FROM nomination n
  JOIN unit u ON u.id = n.unit_id
  JOIN unit_name un ON un.unit_id = n.unit_id AND un.valid_to IS NULL
  LEFT JOIN campaign c ON c.id = n.campaign_id
 WHERE u.path LIKE CONCAT(?, '%')
   AND IF(? IS NULL, n.state <> 'dropped', n.state = ?)
   AND (? IS NULL OR n.year = ?)
   AND (? IS NULL OR n.campaign_id = ?)
   AND (? IS NULL OR n.authority = ?)
   AND (? IS NULL OR n.unit_id = ?)
   AND (? IS NULL OR n.fold LIKE CONCAT('%', ?, '%'))
   AND (? IS NULL OR n.id < ?)
 ORDER BY n.id DESC LIMIT 51;

-- name: nomination_waiting
-- Dossiers that wait for the role: in one of its states, or with rows given back to the unit's clerk.
-- in: scope text, states text, clerk bool, skip int, part int
-- out: id int, title text, unit_name text, authority text, state text, since time, due_on date, collectives int, individuals int, returned int, changed int
-- first: a part; its page says which and of how many.
SELECT n.id, n.title, un.official, n.authority, n.state, n.since + INTERVAL 7 HOUR, n.due_on,
       (SELECT COUNT(*) FROM nominee e WHERE e.nomination_id = n.id AND e.kind = 'collective'),
       (SELECT COUNT(*) FROM nominee e WHERE e.nomination_id = n.id AND e.kind = 'person'),
       (SELECT COUNT(*) FROM nominee e WHERE e.nomination_id = n.id AND e.outcome = 'returned'),
       (SELECT COUNT(DISTINCT COALESCE(c.nominee_id, -c.id)) FROM nominee_change c
         WHERE c.nomination_id = n.id AND c.field <> 'unchanged'
           AND c.event_id > (SELECT MAX(s.id) FROM nomination_event s WHERE s.nomination_id = n.id AND s.action = 'confirm'))
  FROM nomination n JOIN unit u ON u.id = n.unit_id
  JOIN unit_name un ON un.unit_id = n.unit_id AND un.valid_to IS NULL
 WHERE u.path LIKE CONCAT(?, '%')
   AND (FIND_IN_SET(n.state, ?) OR (? AND n.state = 'appraisal'
        AND EXISTS (SELECT 1 FROM nominee e WHERE e.nomination_id = n.id AND e.outcome = 'returned')))
 ORDER BY n.due_on IS NULL, n.due_on, n.since, n.id LIMIT ?, ?;

-- name: nomination_waiting_count
-- How many of them there are.
-- in: scope text, states text, clerk bool
-- out: waiting int
SELECT COUNT(*)
  FROM nomination n JOIN unit u ON u.id = n.unit_id
 WHERE u.path LIKE CONCAT(?, '%')
   AND (FIND_IN_SET(n.state, ?) OR (? AND n.state = 'appraisal'
        AND EXISTS (SELECT 1 FROM nominee e WHERE e.nomination_id = n.id AND e.outcome = 'returned')));

-- name: nomination_get
-- One dossier of the scope.
-- in: id int, scope text
-- out: id int, unit_id int, unit_name text, unit_path text, campaign_id int, campaign_name text, method text, year int, authority text, title text, note_text text, minutes_no text, minutes_date date, unit_number text, unit_date date, state text, flow text, flow_version int, since time, due_on date, created_by int, created_by_name text, created_at time, version int
SELECT n.id, n.unit_id, un.official, u.path, n.campaign_id, c.name, n.method, n.year, n.authority, n.title, n.note,
       n.minutes_no, n.minutes_date, n.unit_number, n.unit_date, n.state, n.flow, n.flow_version, n.since + INTERVAL 7 HOUR, n.due_on,
       n.created_by, p.full_name, n.created_at + INTERVAL 7 HOUR, n.version
  FROM nomination n
  JOIN unit u ON u.id = n.unit_id
  JOIN unit_name un ON un.unit_id = n.unit_id AND un.valid_to IS NULL
  JOIN person p ON p.id = n.created_by
  LEFT JOIN campaign c ON c.id = n.campaign_id
 WHERE n.id = ? AND u.path LIKE CONCAT(?, '%');

-- name: nomination_lock
-- Holds the dossier for the rest of the transaction.
-- in: id int
-- out: version int
SELECT version FROM nomination WHERE id = ? FOR UPDATE;

-- name: nomination_insert
-- A new dossier.
-- in: unit_id int, campaign_id int, method text, year int, authority text, title text, fold text, note text, state text, flow text, flow_version int, created_by int
-- out: none
INSERT INTO nomination (unit_id, campaign_id, method, year, authority, title, fold, note, state, flow, flow_version, since, created_by, created_at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, UTC_TIMESTAMP(), ?, UTC_TIMESTAMP());

-- name: nomination_update
-- The fields of a draft, guarded by version.
-- in: title text, fold text, note text, minutes_no text, minutes_date date, unit_number text, unit_date date, id int, version int
-- out: none
UPDATE nomination SET title = ?, fold = ?, note = ?, minutes_no = ?, minutes_date = ?, unit_number = ?, unit_date = ?, version = version + 1
 WHERE id = ? AND version = ?;

-- name: nomination_move
-- To the next state, guarded by version and state.
-- in: to_state text, due_on date, id int, version int, from_state text
-- out: none
UPDATE nomination SET state = ?, since = UTC_TIMESTAMP(), due_on = ?, version = version + 1
 WHERE id = ? AND version = ? AND state = ?;

-- name: nomination_touch
-- Something in the dossier changed.
-- in: id int
-- out: none
UPDATE nomination SET version = version + 1 WHERE id = ?;

-- name: nomination_events
-- The timeline, newest first; keyset paging by id. Steps stand alone; what one person did of one kind on one day between two steps, with
-- the same words, is one line and a count.
-- in: nomination_id int, before_id int, before_id2 int
-- out: id int, at time, person_id int, person_name text, role text, capacity text, action text, from_state text, to_state text, count int, nominee_name text, note text
-- first: a page; one row more says that there is a next one.
SELECT g.id, g.at + INTERVAL 7 HOUR, g.person_id, p.full_name, g.role, g.capacity, g.action, g.from_state, g.to_state, g.events, e.name, g.note
  FROM (SELECT MAX(r.id) AS id, MAX(r.at) AS at, r.person_id, r.role, r.capacity, r.action, r.from_state, r.to_state, COUNT(*) AS events,
               IF(COUNT(*) = 1, MAX(r.nominee_id), NULL) AS nominee_id, r.note
          FROM (SELECT v.*, SUM(v.from_state <> v.to_state) OVER (ORDER BY v.id) AS steps
                  FROM nomination_event v WHERE v.nomination_id = ?) r
         GROUP BY r.steps, r.from_state, r.to_state, r.person_id, r.role, r.capacity, r.action, DATE(r.at + INTERVAL 7 HOUR), r.note) g
  JOIN person p ON p.id = g.person_id LEFT JOIN nominee e ON e.id = g.nominee_id
 WHERE (? IS NULL OR g.id < ?)
 ORDER BY g.id DESC LIMIT 51;

-- name: nomination_event_insert
-- One line of the timeline.
-- in: nomination_id int, person_id int, role text, capacity text, action text, from_state text, to_state text, nominee_id int, note text, version int
-- out: none
INSERT INTO nomination_event (nomination_id, at, person_id, role, capacity, action, from_state, to_state, nominee_id, note, version)
VALUES (?, UTC_TIMESTAMP(), ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- name: nomination_last_action
-- The newest event: has anybody acted since the dossier was handed over?
-- in: nomination_id int
-- out: action text, person_id int, person_name text
SELECT v.action, v.person_id, p.full_name FROM nomination_event v JOIN person p ON p.id = v.person_id
 WHERE v.nomination_id = ? ORDER BY v.id DESC LIMIT 1;

-- name: nomination_signer
-- Who did an action last, and in which capacity: for the signature of a paper.
-- in: nomination_id int, action text
-- out: person_name text, capacity text, signed_on date
SELECT p.full_name, v.capacity, DATE(v.at + INTERVAL 7 HOUR) FROM nomination_event v JOIN person p ON p.id = v.person_id
 WHERE v.nomination_id = ? AND v.action = ? ORDER BY v.id DESC LIMIT 1;

-- name: nomination_tally
-- Rows by outcome, and whether the actor is among them.
-- in: person_id int, nomination_id int
-- out: total int, collectives int, individuals int, pending int, accepted int, returned int, refused int, passed int, failed int, granted int, self int, blocked int, eligible int
SELECT COUNT(*), COALESCE(SUM(e.kind = 'collective'), 0), COALESCE(SUM(e.kind = 'person'), 0),
       COALESCE(SUM(e.outcome = 'pending'), 0), COALESCE(SUM(e.outcome = 'accepted'), 0),
       COALESCE(SUM(e.outcome = 'returned'), 0), COALESCE(SUM(e.outcome = 'refused'), 0),
       COALESCE(SUM(e.outcome = 'passed'), 0), COALESCE(SUM(e.outcome = 'failed'), 0),
       COALESCE(SUM(e.outcome = 'granted'), 0), COALESCE(SUM(e.person_id = ?), 0),
       COALESCE(SUM(EXISTS (SELECT 1 FROM eligibility g WHERE g.nominee_id = e.id AND g.severity = 'block' AND g.result = 'fail')), 0),
       COALESCE(SUM(e.outcome = 'pending' AND NOT EXISTS (SELECT 1 FROM eligibility g WHERE g.nominee_id = e.id AND g.severity = 'block'
                                                             AND g.result <> 'pass')), 0)
  FROM nominee e WHERE e.nomination_id = ?;

-- name: nomination_papers
-- What the rows of a dossier have and lack of papers, by award: a Chien si thi dua rests on an excellent year or on an initiative.
-- in: nomination_id int
-- out: award_code text, rows int, unreported int, recognised int, unrecognised int, ballots bool
SELECT r.award_code, COUNT(*), SUM(r.unreported), SUM(r.rests), SUM(r.rests AND NOT r.shown), MAX(r.ballots)
  FROM (SELECT e.award_code, TRIM(e.achievement) = '' AS unreported,
               e.award_code LIKE 'CSTD%' AND NOT EXISTS (SELECT 1 FROM rating g WHERE g.person_id = e.person_id AND g.year = n.year
                                                             AND g.value = 'HTXSNV') AS rests,
               EXISTS (SELECT 1 FROM evidence v WHERE v.nominee_id = e.id
                          AND (v.kind LIKE 'sang_kien%' OR v.kind LIKE 'de_tai%')) AS shown,
               EXISTS (SELECT 1 FROM evidence v WHERE v.nomination_id = n.id AND v.kind = 'ket_qua_phieu') AS ballots
          FROM nominee e JOIN nomination n ON n.id = e.nomination_id
         WHERE e.nomination_id = ? AND e.outcome NOT IN ('refused', 'failed')) r
 GROUP BY r.award_code ORDER BY r.award_code;

-- name: nomination_awards
-- The awards that rows of a dossier still go on with.
-- in: nomination_id int
-- out: award_code text, name text, rows int
SELECT e.award_code, t.name, COUNT(*)
  FROM nominee e JOIN award_type t ON t.code = e.award_code
 WHERE e.nomination_id = ? AND e.outcome NOT IN ('refused', 'failed')
 GROUP BY e.award_code, t.name, t.rank_order ORDER BY t.rank_order, e.award_code LIMIT 400;

-- name: nomination_states
-- How many dossiers of the scope stand where, this year.
-- in: scope text, year int
-- out: state text, count int
SELECT n.state, COUNT(*) FROM nomination n JOIN unit u ON u.id = n.unit_id
 WHERE u.path LIKE CONCAT(?, '%') AND n.year = ? AND n.state <> 'dropped' GROUP BY n.state ORDER BY n.state;

-- name: evidence_count
-- How many papers a dossier has.
-- in: nomination_id int
-- out: count int
SELECT COUNT(*) FROM evidence WHERE nomination_id = ?;

-- name: evidence_room
-- What the papers of a dossier and of its rows take: a file that is attached twice is counted twice.
-- in: nomination_id int
-- out: papers int, bytes int
SELECT COUNT(*), COALESCE(SUM(f.size), 0) FROM evidence v JOIN file f ON f.id = v.file_id WHERE v.nomination_id = ?;

-- name: evidence_list
-- A part of the papers of a dossier, those of nominees with their names.
-- in: nomination_id int, skip int, part int
-- out: id int, nominee_id int, nominee_name text, kind text, number text, issued_on date, name text, size int, media_type text, uploaded_by_name text, uploaded_at time
-- first: a part; its page says which and of how many.
SELECT v.id, v.nominee_id, e.name, v.kind, v.number, v.issued_on, f.name, f.size, f.media_type, p.full_name, f.uploaded_at + INTERVAL 7 HOUR
  FROM evidence v JOIN file f ON f.id = v.file_id JOIN person p ON p.id = f.uploaded_by
  LEFT JOIN nominee e ON e.id = v.nominee_id
 WHERE v.nomination_id = ? ORDER BY v.id LIMIT ?, ?;

-- name: evidence_file
-- The file behind a paper of a dossier in the scope.
-- in: id int, nomination_id int, scope text
-- out: digest text, size int, media_type text, name text, unit_id int
SELECT f.digest, f.size, f.media_type, f.name, n.unit_id
  FROM evidence v JOIN file f ON f.id = v.file_id
  JOIN nomination n ON n.id = v.nomination_id JOIN unit u ON u.id = n.unit_id
 WHERE v.id = ? AND v.nomination_id = ? AND u.path LIKE CONCAT(?, '%');

-- name: evidence_insert
-- A paper.
-- in: nomination_id int, nominee_id int, kind text, number text, issued_on date, file_id int
-- out: none
INSERT INTO evidence (nomination_id, nominee_id, kind, number, issued_on, file_id) VALUES (?, ?, ?, ?, ?, ?);

-- name: evidence_get
-- Which paper of a dossier it is.
-- in: id int, nomination_id int
-- out: nominee_id int, kind text, name text
SELECT v.nominee_id, v.kind, f.name FROM evidence v JOIN file f ON f.id = v.file_id WHERE v.id = ? AND v.nomination_id = ?;

-- name: evidence_delete
-- Takes a paper out of a dossier.
-- in: id int, nomination_id int
-- out: none
DELETE FROM evidence WHERE id = ? AND nomination_id = ?;

-- name: file_insert
-- A stored file.
-- in: digest text, size int, media_type text, name text, uploaded_by int
-- out: none
INSERT INTO file (digest, size, media_type, name, uploaded_by, uploaded_at) VALUES (?, ?, ?, ?, ?, UTC_TIMESTAMP());

-- name: holiday_list
-- Days on which nobody works, in order.
-- in: from_day date
-- out: day date
-- first: due days lie within weeks, not two hundred holidays ahead.
SELECT day FROM holiday WHERE day >= ? ORDER BY day LIMIT 200;

-- name: evidence_of
-- Papers of one row: no more than a dossier may have (ROOM_PAPERS_MAX).
-- in: nominee_id int
-- out: id int, nominee_id int, kind text, number text, issued_on date, name text, size int, media_type text, uploaded_by_name text, uploaded_at time
SELECT v.id, v.nominee_id, v.kind, v.number, v.issued_on, f.name, f.size, f.media_type, p.full_name, f.uploaded_at + INTERVAL 7 HOUR
  FROM evidence v JOIN file f ON f.id = v.file_id JOIN person p ON p.id = f.uploaded_by
 WHERE v.nominee_id = ? ORDER BY v.id LIMIT 2001;

-- name: file_of_person
-- A file that this person handed in.
-- in: id int, uploaded_by int
-- out: digest text, media_type text, name text
SELECT digest, media_type, name FROM file WHERE id = ? AND uploaded_by = ?;
