-- People and units with known histories, for tests/it/test_chance and expected.csv beside this file. The day asked is 20/12/2025.
INSERT INTO award_type (code, name, family, for_person, for_collective, for_household, level, decides, rank_order, valid_from) VALUES
  ('LDTT', 'Lao động tiên tiến', 'title', 1, 0, 0, 'so', 'giam_doc_so', 43, '2017-10-01'),
  ('CSTDCS', 'Chiến sĩ thi đua cơ sở', 'title', 1, 0, 0, 'so', 'giam_doc_so', 42, '2017-10-01'),
  ('CSTDT', 'Chiến sĩ thi đua cấp tỉnh', 'title', 1, 0, 0, 'tinh', 'chu_tich_tinh', 41, '2017-10-01'),
  ('TTLDXS', 'Tập thể lao động xuất sắc', 'title', 0, 1, 0, 'tinh', 'chu_tich_tinh', 52, '2017-10-01'),
  ('BKT', 'Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh', 'commendation', 1, 1, 0, 'tinh', 'chu_tich_tinh', 32, '2017-10-01');

-- 1 the department; 10 a hospital renamed from 11; 20 one merged from 21 and 22; 30 one with a member who did not do his duty;
-- 40 one of which nothing is known; 50 not in health.
INSERT INTO unit (id, code, kind, parent_id, path, sort_key, valid_from) VALUES
  (1, 'SYT', 'so', NULL, '/1/', '1', '1990-01-01'),
  (10, 'BV-DOI-TEN', 'benh_vien', 1, '/1/10/', '2', '2000-01-01'), (11, 'BV-CU', 'benh_vien', 1, '/1/11/', '3', '2000-01-01'),
  (20, 'BV-SAP-NHAP', 'benh_vien', 1, '/1/20/', '4', '2025-07-01'), (21, 'BV-MOT', 'benh_vien', 1, '/1/21/', '5', '2000-01-01'),
  (22, 'BV-HAI', 'benh_vien', 1, '/1/22/', '6', '2000-01-01'), (30, 'BV-BA', 'benh_vien', 1, '/1/30/', '7', '2000-01-01'),
  (40, 'BV-TRONG', 'benh_vien', 1, '/1/40/', '8', '2000-01-01'), (50, 'NGOAI', 'khoi_ngoai', 1, '/1/50/', '9', '1990-01-01');
INSERT INTO unit_name (unit_id, valid_from, official, short, signing, head_title, symbol, fold, lower_name)
SELECT id, '2000-01-01', code, code, code, 'GIÁM ĐỐC', code, LOWER(code), LOWER(code) FROM unit;
INSERT INTO reorganisation (id, kind, decision_no, decision_date, effective_on) VALUES
  (1, 'rename', '1/QĐ', '2025-01-01', '2025-01-01'), (2, 'merge', '2/QĐ', '2025-06-20', '2025-07-01');
INSERT INTO reorganisation_unit (reorganisation_id, side, unit_id) VALUES
  (1, 'predecessor', 11), (1, 'successor', 10), (2, 'predecessor', 21), (2, 'predecessor', 22), (2, 'successor', 20);

INSERT INTO person (id, staff_no, full_name, fold, lower_name, sort_key, sex)
SELECT seq, CONCAT('P', seq), CONCAT('Người ', seq), CONCAT('nguoi ', seq), CONCAT('người ', seq), LPAD(seq, 4, '0'), IF(seq = 8, 'nu', 'nam')
  FROM seq_1_to_16;
INSERT INTO position (person_id, unit_id, title, leader, valid_from, valid_to) VALUES
  (1, 1, 'Viên chức', 0, '2020-01-01', NULL), (2, 1, 'Viên chức', 0, '2020-01-01', NULL), (3, 1, 'Viên chức', 0, '2020-01-01', NULL),
  (4, 1, 'Viên chức', 0, '2020-01-01', NULL), (5, 1, 'Viên chức', 0, '2020-01-01', NULL), (6, 1, 'Viên chức', 0, '2020-01-01', NULL),
  (7, 1, 'Viên chức', 0, '2020-01-01', NULL),
  (8, 1, 'Điều dưỡng', 0, '2001-01-01', '2014-12-31'), (8, 1, 'Điều dưỡng trưởng', 1, '2010-01-01', NULL),
  (9, 50, 'Giáo viên', 0, '1995-01-01', '2019-12-31'), (9, 1, 'Viên chức', 0, '2020-01-01', NULL),
  (11, 10, 'Viên chức', 0, '2020-01-01', NULL), (12, 10, 'Viên chức', 0, '2020-01-01', NULL), (13, 10, 'Viên chức', 0, '2020-01-01', NULL),
  (14, 30, 'Viên chức', 0, '2020-01-01', NULL), (15, 30, 'Viên chức', 0, '2020-01-01', NULL), (16, 30, 'Viên chức', 0, '2020-01-01', NULL);

-- Rated good for five years: all but 7, of whom nothing is known. 16 did not do his duty.
INSERT INTO rating (person_id, year, value) SELECT p.id, y.seq, IF(p.id = 16 AND y.seq = 2025, 'KHTNV', 'HTTNV')
  FROM person p JOIN seq_2021_to_2025 y WHERE p.id <> 7;
-- 1, 2, 3 and 5: Chien si thi dua co so of 2023, 2024, 2025; that of 3 for 2024 was cancelled.
INSERT INTO award (kind, person_id, name, fold, lower_name, unit_id, unit_name, award_code, method, year, decision_no, decision_date, source, cancelled_on)
SELECT 'person', p.id, p.full_name, p.fold, p.lower_name, 1, 'Sở', 'CSTDCS', 'cong_trang', y.seq, CONCAT(y.seq, '/QĐ'), CONCAT(y.seq, '-12-15'), 'import',
       IF(p.id = 3 AND y.seq = 2024, '2025-05-01', NULL)
  FROM person p JOIN seq_2023_to_2025 y WHERE p.id IN (1, 2, 3, 5);
-- 1: a Bang khen of 2022 besides.
INSERT INTO award (kind, person_id, name, fold, lower_name, unit_id, unit_name, award_code, method, year, decision_no, decision_date, source)
VALUES ('person', 1, 'Người 1', 'nguoi 1', 'người 1', 1, 'Sở', 'BKT', 'cong_trang', 2022, '9/QĐ', '2023-02-01', 'import');
-- 4: an open case. 5: a discipline that ended in 2024. 6: one that runs.
INSERT INTO hold (person_id, kind, level, from_date, to_date) VALUES
  (4, 'under_review', '', '2025-11-03', NULL), (5, 'discipline', 'khien_trach', '2023-07-01', '2024-06-30'),
  (6, 'discipline', 'canh_cao', '2025-10-01', '2026-09-30');

-- 1: an initiative recognised for the province, the same paper in two dossiers that have left their unit; 2: one in a dropped draft.
INSERT INTO nomination (id, unit_id, method, year, authority, title, fold, note, state, flow, flow_version, since, created_by, created_at) VALUES
  (1, 1, 'cong_trang', 2024, 'giam_doc_so', 'Hồ sơ 1', 'ho so 1', '', 'issued', 'nomination', 1, '2024-12-15 00:00:00', 7, '2024-12-01 00:00:00'),
  (2, 1, 'cong_trang', 2025, 'giam_doc_so', 'Hồ sơ 2', 'ho so 2', '', 'issued', 'nomination', 1, '2025-12-15 00:00:00', 7, '2025-12-01 00:00:00'),
  (3, 1, 'cong_trang', 2025, 'chu_tich_tinh', 'Hồ sơ 3', 'ho so 3', '', 'dropped', 'nomination', 2, '2025-12-15 00:00:00', 7, '2025-12-01 00:00:00'),
  (4, 1, 'cong_trang', 2025, 'chu_tich_tinh', 'Hồ sơ 4', 'ho so 4', '', 'draft', 'nomination', 2, '2025-12-15 00:00:00', 7, '2025-12-01 00:00:00'),
  (5, 1, 'cong_trang', 2020, 'giam_doc_so', 'Hồ sơ 5', 'ho so 5', '', 'draft', 'nomination', 2, '2020-12-15 00:00:00', 7, '2020-12-01 00:00:00');
INSERT INTO nominee (id, nomination_id, ordinal, kind, person_id, name, unit_id, unit_name, leader, award_code, achievement) VALUES
  (1, 1, 1, 'person', 1, 'Người 1', 1, 'Sở', 0, 'CSTDCS', 'x'), (2, 2, 1, 'person', 1, 'Người 1', 1, 'Sở', 0, 'CSTDCS', 'x'),
  (3, 3, 1, 'person', 2, 'Người 2', 1, 'Sở', 0, 'CSTDT', 'x'),
  (4, 4, 1, 'person', 1, 'Người 1', 1, 'Sở', 0, 'CSTDT', 'x'), (5, 4, 2, 'person', 2, 'Người 2', 1, 'Sở', 0, 'CSTDT', ''),
  (6, 4, 3, 'person', 7, 'Người 7', 1, 'Sở', 0, 'LDTT', 'x'),
  (7, 5, 1, 'person', 1, 'Người 1', 1, 'Sở', 0, 'CSTDCS', 'x'), (8, 5, 2, 'person', 2, 'Người 2', 1, 'Sở', 0, 'LDTT', 'x');
INSERT INTO file (id, digest, size, media_type, name, uploaded_by, uploaded_at) VALUES (1, REPEAT('a', 64), 1, 'application/pdf', 'sk.pdf', 7, '2024-12-01 00:00:00');
INSERT INTO evidence (nomination_id, nominee_id, kind, number, issued_on, file_id) VALUES
  (1, 1, 'sang_kien_tinh', '5/QĐ', '2024-05-05', 1), (2, 2, 'sang_kien_tinh', '5/QĐ', '2024-05-05', 1), (3, 3, 'sang_kien_tinh', '6/QĐ', '2024-06-06', 1);

-- Units: 11 excellent in 2023 and 2024, its name today 10; 21 excellent in both years, 22 only in 2023.
INSERT INTO rating (unit_id, year, value) VALUES
  (11, 2023, 'HTXSNV'), (11, 2024, 'HTXSNV'), (10, 2025, 'HTXSNV'), (30, 2025, 'HTXSNV'),
  (21, 2023, 'HTXSNV'), (21, 2024, 'HTXSNV'), (22, 2023, 'HTXSNV'), (22, 2024, 'HTTNV'), (20, 2025, 'HTTNV');
INSERT INTO headcount (unit_id, year, total) VALUES (10, 2025, 3), (30, 2025, 3), (20, 2025, 4);
INSERT INTO award (kind, person_id, name, fold, lower_name, unit_id, unit_name, award_code, method, year, decision_no, decision_date, source)
SELECT 'person', p.id, p.full_name, p.fold, p.lower_name, IF(p.id < 14, 10, 30), 'BV', 'LDTT', 'cong_trang', 2025, '20/QĐ', '2025-12-15', 'import'
  FROM person p WHERE p.id BETWEEN 11 AND 15;
INSERT INTO award (kind, person_id, name, fold, lower_name, unit_id, unit_name, award_code, method, year, decision_no, decision_date, source)
VALUES ('person', 11, 'Người 11', 'nguoi 11', 'người 11', 10, 'BV', 'CSTDCS', 'cong_trang', 2025, '20/QĐ', '2025-12-15', 'import'),
       ('person', 14, 'Người 14', 'nguoi 14', 'người 14', 30, 'BV', 'CSTDCS', 'cong_trang', 2025, '20/QĐ', '2025-12-15', 'import');
