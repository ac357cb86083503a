-- A province's worth of rows, made of numbers, so that the server's plans are those of a real register.
INSERT INTO unit (id, code, kind, parent_id, path, sort_key, valid_from) VALUES (1, 'SYT', 'so', NULL, '/1/', 'a', '2015-01-01');
INSERT INTO unit (id, code, kind, parent_id, path, sort_key, valid_from)
    SELECT seq, CONCAT('U', seq), 'benh_vien', 1, CONCAT('/1/', seq, '/'), CONCAT('u', seq), '2015-01-01' FROM seq_2_to_120;
INSERT INTO unit (id, code, kind, parent_id, path, sort_key, valid_from)
    SELECT seq, CONCAT('U', seq), 'khoa', 77, CONCAT('/1/77/', seq, '/'), CONCAT('u', seq), '2015-01-01' FROM seq_121_to_124;
INSERT INTO unit_name (unit_id, valid_from, official, short, signing, head_title, symbol, fold, lower_name)
    SELECT id, '2015-01-01', CONCAT('Đơn vị ', id), CONCAT('ĐV', id), 'ĐƠN VỊ', 'GIÁM ĐỐC', 'DV', CONCAT('don vi ', id), CONCAT('đơn vị ', id) FROM unit;
INSERT INTO person (id, staff_no, login, directory_id, full_name, fold, lower_name, sort_key, in_directory)
    SELECT seq, CONCAT('S', seq), CONCAT('p', seq), CONCAT('d', seq), CONCAT('Nguyễn Văn ', seq), CONCAT('nguyen van ', seq), CONCAT('nguyễn văn ', seq), CONCAT('k', seq * 7919 % 10007), TRUE FROM seq_1_to_9000;
INSERT INTO position (person_id, unit_id, title, leader, valid_from, valid_to)
    SELECT seq, 2 + seq % 119, 'Điều dưỡng', seq % 20 = 0, '2018-01-01', IF(seq % 5 = 0, '2023-06-30', NULL) FROM seq_1_to_9000;
INSERT INTO position (person_id, unit_id, title, leader, valid_from)
    SELECT seq * 5, 2 + (seq + 3) % 119, 'Bác sĩ', FALSE, '2023-07-01' FROM seq_1_to_1800;
INSERT INTO rating (person_id, year, value) SELECT seq, 2025, 'HTTNV' FROM seq_1_to_9000;
INSERT INTO role_grant (person_id, role, unit_id, valid_from) SELECT seq, 'clerk', 2 + seq % 119, '2025-01-01' FROM seq_1_to_200;
INSERT INTO session (token_hash, public_id, person_id, csrf, created_at, seen_at, expires_at, address, agent)
    SELECT SHA2(seq, 256), LPAD(seq, 16, '0'), 1 + seq % 2000, LPAD(seq, 43, '0'), UTC_TIMESTAMP() - INTERVAL seq SECOND, UTC_TIMESTAMP() - INTERVAL seq SECOND, UTC_TIMESTAMP() + INTERVAL 12 HOUR, '127.0.0.1', '' FROM seq_1_to_4000;
INSERT INTO form_token (token_hash, person_id, used_at, location)
    SELECT SHA2(seq, 256), 1 + seq % 2000, UTC_TIMESTAMP() - INTERVAL seq MINUTE, '/' FROM seq_1_to_8000;
INSERT INTO campaign (id, code, unit_id, name, fold, content) SELECT seq, CONCAT('C', seq), 1, CONCAT('Phong trào ', seq), CONCAT('phong trao ', seq), '' FROM seq_1_to_24;
INSERT INTO award_type (code, name, family, for_person, for_collective, for_household, level, decides, rank_order, valid_from)
    SELECT CONCAT('A', seq), CONCAT('Hình thức ', seq), 'commendation', TRUE, TRUE, FALSE, 'so', 'giam_doc_so', seq, '2017-10-01' FROM seq_1_to_20;
INSERT INTO nomination (id, unit_id, campaign_id, method, year, authority, title, fold, note, state, flow, flow_version, since, created_by, created_at)
    SELECT seq, 2 + seq % 119, 1 + seq % 24, 'chuyen_de', 2021 + seq % 5, 'giam_doc_so', CONCAT('Hồ sơ ', seq), CONCAT('ho so ', seq), '', ELT(1 + seq % 9, 'draft', 'appraisal', 'issued', 'issued', 'issued', 'issued', 'issued', 'issued', 'issued'), 'nomination', 1, '2025-01-01' + INTERVAL seq HOUR, seq, '2025-01-01' FROM seq_1_to_1500;
INSERT INTO nominee (nomination_id, ordinal, kind, person_id, name, unit_id, unit_name, leader, award_code, achievement, outcome)
    SELECT 1 + seq % 1500, seq DIV 1500, 'person', 1 + seq % 9000, 'Nguyễn Văn A', 2 + seq % 119, 'Đơn vị', FALSE, CONCAT('A', 1 + seq % 20), '', IF(seq % 60 = 0, 'returned', 'granted') FROM seq_1_to_9000;
INSERT INTO nomination_event (nomination_id, at, person_id, role, action, from_state, to_state, version)
    SELECT 1 + seq % 1500, '2025-01-01' + INTERVAL seq MINUTE, 1 + seq % 200, 'clerk', 'submit', 'draft', 'appraisal', seq FROM seq_1_to_9000;
INSERT INTO award (kind, person_id, name, fold, lower_name, unit_id, unit_name, leader, award_code, method, year, decision_no, decision_date, source, nominee_id)
    SELECT 'person', 1 + seq % 9000, CONCAT('Nguyễn Văn ', seq), CONCAT('nguyen van ', seq), CONCAT('nguyễn văn ', seq), 2 + seq % 119, 'Đơn vị', FALSE, CONCAT('A', 1 + seq % 20), 'cong_trang', 2021 + seq % 5, CONCAT(seq DIV 100, '/QĐ-SYT'), '2021-01-01' + INTERVAL seq % 1800 DAY, IF(seq <= 9000, 'flow', 'import'), IF(seq <= 9000, seq, NULL) FROM seq_1_to_40000;
-- Half of what is done is done in one hospital.
INSERT INTO audit (at, person_id, action, object, object_id, request_id, unit_id)
    SELECT '2025-01-01' + INTERVAL seq MINUTE, 1 + seq % 200, ELT(1 + seq % 4, 'login', 'submit', 'edit', 'decide'), ELT(1 + seq % 3, 'nomination', 'person', 'session'), 1 + seq % 1500, 'r', CASE WHEN seq % 2 = 0 THEN 2 + seq % 119 WHEN seq % 3 = 0 THEN 121 + seq % 4 ELSE 77 END FROM seq_1_to_40000;
ANALYZE TABLE unit, unit_name, person, position, rating, role_grant, session, form_token, campaign, award_type, nomination, nominee, nomination_event, award, audit;
