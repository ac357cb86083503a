-- name: series_open
-- The year's series of a kind, created at its first use and then held.
-- in: unit_id int, code text, year int
-- out: none
INSERT INTO number_series (unit_id, code, year, last_no) VALUES (?, ?, ?, 0) ON DUPLICATE KEY UPDATE last_no = last_no;

-- name: series_get
-- Holds the series: numbers are given one after the other.
-- in: unit_id int, code text, year int
-- out: id int, last_no int, last_on date
SELECT id, last_no, last_on FROM number_series WHERE unit_id = ? AND code = ? AND year = ? FOR UPDATE;

-- name: series_take
-- The next number is taken.
-- in: last_no int, last_on date, id int
-- out: none
UPDATE number_series SET last_no = ?, last_on = ? WHERE id = ?;

-- name: document_insert
-- A numbered document.
-- in: series_id int, number int, symbol text, kind text, issued_on date, subject text, signer text, recipients text
-- out: none
INSERT INTO document (series_id, number, symbol, kind, issued_on, subject, signer, recipients) VALUES (?, ?, ?, ?, ?, ?, ?, ?);

-- name: series_face
-- How a series of the department stands.
-- in: code text, year int
-- out: last_no int, last_on date
SELECT s.last_no, s.last_on FROM number_series s JOIN unit u ON u.id = s.unit_id
 WHERE u.parent_id IS NULL AND u.kind = 'so' AND s.code = ? AND s.year = ?;

-- name: number_at
-- What stands at a number or nearest under it.
-- in: series_id int, number int
-- out: id int, first_no int, last_no int, used text, note text, symbol text, issued_on date, subject text
SELECT b.id, b.first_no, b.last_no, b.used, b.note, o.symbol, o.issued_on, o.subject
  FROM number_book b LEFT JOIN document o ON o.id = b.document_id
 WHERE b.series_id = ? AND b.first_no <= ? ORDER BY b.first_no DESC LIMIT 1;

-- name: number_below
-- The nearest document under a number.
-- in: series_id int, number int
-- out: number int, issued_on date
SELECT number, issued_on FROM document WHERE series_id = ? AND number < ? ORDER BY number DESC LIMIT 1;

-- name: number_above
-- The nearest document over a number.
-- in: series_id int, number int
-- out: number int, issued_on date
SELECT number, issued_on FROM document WHERE series_id = ? AND number > ? ORDER BY number LIMIT 1;

-- name: number_enter
-- A line of the number book.
-- in: series_id int, first_no int, last_no int, used text, document_id int, note text, person_id int
-- out: none
INSERT INTO number_book (series_id, first_no, last_no, used, document_id, note, person_id, at) VALUES (?, ?, ?, ?, ?, ?, ?, UTC_TIMESTAMP());

-- name: number_rest
-- What remains of a run over the numbers that were taken out of it, as it was entered.
-- in: first_no int, id int, used text
-- out: none
INSERT INTO number_book (series_id, first_no, last_no, used, note, person_id, at, was, was_note)
SELECT series_id, ?, last_no, used, note, person_id, at, was, was_note FROM number_book WHERE id = ? AND used = ? AND used <> 'issued';

-- name: number_narrow
-- A run ends under the numbers that were taken out of it.
-- in: last_no int, id int, used text
-- out: none
UPDATE number_book SET last_no = ?, version = version + 1 WHERE id = ? AND used = ? AND used <> 'issued';

-- name: number_fill
-- The first number of a reserved run goes to its document.
-- in: document_id int, person_id int, id int
-- out: none
UPDATE number_book SET last_no = first_no, used = 'issued', document_id = ?, person_id = ?, at = UTC_TIMESTAMP(), was = NULL, was_note = NULL,
       version = version + 1
 WHERE id = ? AND used = 'reserved';

-- name: number_run
-- A line of a book of the scope's offices.
-- in: id int, scope text
-- out: id int, series_id int, unit_id int, code text, year int, first_no int, last_no int, used text, note text, by_name text, at time, version int
SELECT b.id, b.series_id, s.unit_id, s.code, s.year, b.first_no, b.last_no, b.used, b.note, p.full_name, b.at + INTERVAL 7 HOUR, b.version
  FROM number_book b JOIN number_series s ON s.id = b.series_id JOIN unit u ON u.id = s.unit_id LEFT JOIN person p ON p.id = b.person_id
 WHERE b.id = ? AND u.path LIKE CONCAT(?, '%');

-- name: series_hold
-- Holds a series: its book is written by one at a time.
-- in: id int
-- out: last_no int
SELECT last_no FROM number_series WHERE id = ? FOR UPDATE;

-- name: number_correct
-- The first numbers of a run, up to the last that is corrected, become something else; what they were stays to be seen.
-- in: last_no int, used text, note text, person_id int, id int, version int
-- out: none
UPDATE number_book SET last_no = ?, was = used, was_note = note, used = ?, note = ?, person_id = ?, at = UTC_TIMESTAMP(), version = version + 1
 WHERE id = ? AND version = ? AND used <> 'issued';

-- name: number_correct_part
-- Numbers out of a run become something else; what they were stays to be seen.
-- in: first_no int, last_no int, used text, note text, person_id int, id int, version int
-- out: none
INSERT INTO number_book (series_id, first_no, last_no, used, note, person_id, at, was, was_note)
SELECT series_id, ?, ?, ?, ?, ?, UTC_TIMESTAMP(), used, note FROM number_book WHERE id = ? AND version = ? AND used <> 'issued';

-- name: number_reserved
-- Numbers of the department's series that wait for a document, lowest first.
-- in: code text, year int
-- out: first_no int, last_no int, note text
-- first: the lowest twenty are proposed; any may be typed, and the number book has them all.
SELECT b.first_no, b.last_no, b.note
  FROM unit u JOIN number_series s ON s.unit_id = u.id JOIN number_book b ON b.series_id = s.id
 WHERE u.parent_id IS NULL AND u.kind = 'so' AND s.code = ? AND s.year = ? AND b.used = 'reserved'
 ORDER BY b.first_no LIMIT 21;

-- name: number_book
-- The department's book of a series and year, highest number first: all of it for whoever sees the department, else the documents of
-- dossiers of the scope.
-- in: code text, year int, scope text, scope2 text, before_no int, before_no2 int
-- out: id int, first_no int, last_no int, used text, symbol text, issued_on date, subject text, signer text, recipients text, note text, by_name text, at time, was text, was_note text, decision_id int
-- first: a page; one row more says that there is a next one.
SELECT b.id, b.first_no, b.last_no, b.used, o.symbol, o.issued_on, o.subject, o.signer, o.recipients, b.note, p.full_name, b.at + INTERVAL 7 HOUR,
       b.was, b.was_note, d.id
  FROM unit u JOIN number_series s ON s.unit_id = u.id JOIN number_book b ON b.series_id = s.id
  LEFT JOIN document o ON o.id = b.document_id LEFT JOIN decision d ON d.document_id = o.id
  LEFT JOIN nomination n ON n.id = d.nomination_id LEFT JOIN unit nu ON nu.id = n.unit_id
  LEFT JOIN person p ON p.id = b.person_id
 WHERE u.parent_id IS NULL AND u.kind = 'so' AND s.code = ? AND s.year = ?
   AND (u.path LIKE CONCAT(?, '%') OR nu.path LIKE CONCAT(?, '%'))
   AND (? IS NULL OR b.first_no < ?)
 ORDER BY b.first_no DESC LIMIT 51;
