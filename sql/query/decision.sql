-- name: decision_insert
-- Signed, not yet numbered.
-- in: nomination_id int, kind text, authority text, signed_on date, signer_id int, signer_name text, capacity text, office text, regime text, base_salary int, bonus_total int
-- out: none
INSERT INTO decision (nomination_id, kind, authority, signed_on, signer_id, signer_name, capacity, office, regime, base_salary, bonus_total)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- name: decision_of
-- The decision (or proposal) of a dossier.
-- in: nomination_id int
-- out: id int, kind text, authority text, signed_on date, signer_id int, signer_name text, capacity text, office text, regime text, base_salary int, bonus_total int, document_id int, number int, symbol text, issued_on date, recipients text, result_no text, result_date date, version int
SELECT d.id, d.kind, d.authority, d.signed_on, d.signer_id, d.signer_name, d.capacity, d.office, d.regime, d.base_salary, d.bonus_total,
       d.document_id, o.number, o.symbol, o.issued_on, o.recipients, d.result_no, d.result_date, d.version
  FROM decision d LEFT JOIN document o ON o.id = d.document_id WHERE d.nomination_id = ? ORDER BY d.id DESC LIMIT 1;

-- name: decision_get
-- One decision whose dossier is in the scope.
-- in: id int, scope text
-- out: id int, nomination_id int, nomination_title text, unit_name text, kind text, authority text, signed_on date, signer_id int, signer_name text, capacity text, office text, regime text, base_salary int, bonus_total int, document_id int, number int, symbol text, issued_on date, recipients text, result_no text, result_date date, state text, version int, individuals int, collectives int
SELECT d.id, d.nomination_id, n.title, un.official, d.kind, d.authority, d.signed_on, d.signer_id, d.signer_name, d.capacity, d.office,
       d.regime, d.base_salary, d.bonus_total, d.document_id, o.number, o.symbol, o.issued_on, o.recipients, d.result_no, d.result_date, n.state, d.version,
       (SELECT COUNT(*) FROM nominee e WHERE e.nomination_id = n.id AND e.kind = 'person' AND e.outcome IN ('granted', 'passed')),
       (SELECT COUNT(*) FROM nominee e WHERE e.nomination_id = n.id AND e.kind = 'collective' AND e.outcome IN ('granted', 'passed'))
  FROM decision d JOIN nomination n ON n.id = d.nomination_id JOIN unit u ON u.id = n.unit_id
  JOIN unit_name un ON un.unit_id = n.unit_id AND un.valid_to IS NULL
  LEFT JOIN document o ON o.id = d.document_id
 WHERE d.id = ? AND u.path LIKE CONCAT(?, '%');

-- name: decision_list
-- Decisions and proposals of the scope, newest first.
-- in: scope text, year int, year2 int, authority text, authority2 text, before_id int, before_id2 int
-- out: id int, nomination_id int, nomination_title text, unit_name text, kind text, authority text, signed_on date, signer_name text, capacity text, number int, symbol text, issued_on date, bonus_total int, individuals int, collectives int
-- first: a page; one row more says that there is a next one.
SELECT d.id, d.nomination_id, n.title, un.official, d.kind, d.authority, d.signed_on, d.signer_name, d.capacity, o.number, o.symbol, o.issued_on, d.bonus_total,
       (SELECT COUNT(*) FROM nominee e WHERE e.nomination_id = n.id AND e.kind = 'person' AND e.outcome IN ('granted', 'passed')),
       (SELECT COUNT(*) FROM nominee e WHERE e.nomination_id = n.id AND e.kind = 'collective' AND e.outcome IN ('granted', 'passed'))
  FROM decision d JOIN nomination n ON n.id = d.nomination_id JOIN unit u ON u.id = n.unit_id
  JOIN unit_name un ON un.unit_id = n.unit_id AND un.valid_to IS NULL
  LEFT JOIN document o ON o.id = d.document_id
 WHERE u.path LIKE CONCAT(?, '%') AND (? IS NULL OR YEAR(d.signed_on) = ?) AND (? IS NULL OR d.authority = ?)
   AND (? IS NULL OR d.id < ?)
 ORDER BY d.id DESC LIMIT 51;

-- name: decision_number
-- Gives a signed decision its document.
-- in: document_id int, id int, version int
-- out: none
UPDATE decision SET document_id = ?, version = version + 1 WHERE id = ? AND version = ? AND document_id IS NULL;

-- name: decision_result
-- The higher authority's decision.
-- in: result_no text, result_date date, bonus_total int, id int, version int
-- out: none
UPDATE decision SET result_no = ?, result_date = ?, bonus_total = ?, version = version + 1 WHERE id = ? AND version = ?;

-- name: root_unit_id
-- The department itself.
-- in: none
-- out: id int
SELECT id FROM unit WHERE parent_id IS NULL AND kind = 'so' ORDER BY id LIMIT 1;

-- name: decision_nomination
-- The dossier of a decision, within the scope.
-- in: id int, scope text
-- out: nomination_id int
SELECT d.nomination_id FROM decision d JOIN nomination n ON n.id = d.nomination_id JOIN unit u ON u.id = n.unit_id
 WHERE d.id = ? AND u.path LIKE CONCAT(?, '%');
