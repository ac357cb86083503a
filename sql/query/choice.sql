-- name: choice_units
-- Units of the scope that nominate.
-- in: day date, day2 date, scope text
-- out: value int, label text
SELECT u.id, n.official
  FROM unit u JOIN unit_name n ON n.unit_id = u.id AND n.valid_from <= ? AND (n.valid_to IS NULL OR n.valid_to >= ?)
 WHERE u.path LIKE CONCAT(?, '%') AND u.valid_to IS NULL AND u.kind NOT IN ('khoa', 'tram')
 ORDER BY FIELD(u.kind, 'so', 'phong', 'chi_cuc', 'benh_vien', 'trung_tam', 'trung_tam_y_te'), u.sort_key
 LIMIT 5000;

-- name: choice_awards
-- What one authority gives on the day, highest first.
-- in: day date, day2 date, decides text
-- out: value text, label text
SELECT t.code, t.name
  FROM award_type_period p JOIN award_type t ON t.code = p.award_code
 WHERE p.valid_from <= ? AND (p.valid_to IS NULL OR p.valid_to >= ?) AND p.decides = ? AND p.confirmed AND t.family <> 'other'
 ORDER BY t.rank_order, t.code LIMIT 200;

-- name: choice_awards_withheld
-- What waits for a person to confirm it on the day, with the first day of the law that it waits under.
-- in: day date, day2 date, decides text
-- out: value text, label text, since date, cite text, regime text
SELECT t.code, t.name, p.valid_from, p.cite, p.regime
  FROM award_type_period p JOIN award_type t ON t.code = p.award_code
 WHERE p.valid_from <= ? AND (p.valid_to IS NULL OR p.valid_to >= ?) AND p.decides = ? AND NOT p.confirmed AND t.family <> 'other'
 ORDER BY t.rank_order, t.code LIMIT 200;

-- name: choice_awards_ever
-- Every award a register may hold, given today or not, highest first.
-- in: none
-- out: value text, label text
SELECT code, name FROM award_type WHERE family <> 'other' ORDER BY rank_order, code LIMIT 1000;

-- name: choice_campaigns
-- Campaigns that may be nominated for, newest first.
-- in: none
-- out: value int, label text
SELECT id, name FROM campaign WHERE state IN ('launched', 'running', 'reviewed', 'concluded')
 ORDER BY date_from DESC, id LIMIT 2000;
