-- name: choice_units
-- Units of the scope that nominate.
-- in: day date, day2 date, scope text
-- out: value int, label text
SELECT u.id, n.official
  FROM unit u JOIN unit_name n ON n.unit_id = u.id AND n.valid_from <= ? AND (n.valid_to IS NULL OR n.valid_to >= ?)
 WHERE u.path LIKE CONCAT(?, '%') AND u.valid_to IS NULL AND u.kind NOT IN ('khoa', 'tram')
 ORDER BY FIELD(u.kind, 'so', 'phong', 'chi_cuc', 'benh_vien', 'trung_tam', 'trung_tam_y_te'), u.sort_key
 LIMIT 300;

-- name: choice_awards
-- The catalogue in force, highest first; only what one authority decides when it is given.
-- in: decides text, decides2 text
-- out: value text, label text
SELECT code, name FROM award_type WHERE valid_to IS NULL AND family <> 'other' AND (? IS NULL OR decides = ?)
 ORDER BY rank_order, code LIMIT 200;

-- name: choice_campaigns
-- Campaigns that may be nominated for, newest first.
-- in: none
-- out: value int, label text
SELECT id, name FROM campaign WHERE state IN ('launched', 'running', 'reviewed', 'concluded')
 ORDER BY date_from DESC, id LIMIT 200;
