-- The world that the statements are asked in, on top of tests/it/site.sql: hospital A (2, with khoa 4) and hospital B (3, with khoa 5).
-- Every value that a page could confuse with another is different from it; all words of A hold "Alfa", all words of B "Beta".

-- A unit that has ended, whose path begins with the letters of A's, and one without any people.
INSERT INTO unit (id, code, kind, parent_id, path, sort_key, has_beds, valid_from, valid_to, version) VALUES
  (21, 'BV-CU', 'benh_vien', 1, '/1/21/', '6', FALSE, '1999-02-03', '2019-12-31', 8),
  (22, 'A-TRAM', 'tram', 2, '/1/2/22/', '7', NULL, '2018-04-05', NULL, 9);
INSERT INTO unit_name (unit_id, valid_from, valid_to, official, short, signing, head_title, symbol, fold, lower_name) VALUES
  (21, '1999-02-03', NULL, 'Bệnh viện Cũ', 'BV Cũ', 'BỆNH VIỆN CŨ', 'GIÁM ĐỐC CŨ', 'BVCU', 'benh vien cu', 'bệnh viện cũ'),
  (22, '2018-04-05', NULL, 'Trạm Alfa', 'Trạm', 'TRẠM ALFA', 'TRƯỞNG TRẠM', 'TRAMA', 'tram alfa', 'trạm alfa');
-- Outside of the department: nobody who is asked here reads it.
INSERT INTO unit (id, code, kind, parent_id, path, sort_key, valid_from) VALUES (90, 'KN', 'khoi_ngoai', NULL, '/90/', '0', '2000-01-01');
INSERT INTO unit_name (unit_id, valid_from, official, short, signing, head_title, symbol, fold, lower_name) VALUES
  (90, '2000-01-01', 'Cơ quan Ngoài', 'Ngoài', 'CƠ QUAN NGOÀI', 'THỦ TRƯỞNG', 'KN', 'co quan ngoai', 'cơ quan ngoài');
-- A was called otherwise until 2021; B will be called otherwise from 2027.
UPDATE unit_name SET valid_from = '2022-01-01', official = 'Bệnh viện Alfa', short = 'BV Alfa', signing = 'BỆNH VIỆN ALFA',
       head_title = 'GIÁM ĐỐC ALFA', symbol = 'BVA', fold = 'benh vien alfa', lower_name = 'bệnh viện alfa' WHERE unit_id = 2;
INSERT INTO unit_name (unit_id, valid_from, valid_to, official, short, signing, head_title, symbol, fold, lower_name) VALUES
  (2, '2000-01-01', '2021-12-31', 'Bệnh viện Alfa trước', 'BV Alfa trước', 'BỆNH VIỆN TRƯỚC', 'GIÁM ĐỐC TRƯỚC', 'BVT', 'benh vien alfa truoc',
   'bệnh viện alfa trước');
UPDATE unit SET has_beds = TRUE, version = 7 WHERE id = 2;
INSERT INTO headcount (unit_id, year, total, women, party, leaders, source) VALUES
  (2, 2024, 210, 121, 62, 13, 'Báo cáo Alfa 2024'), (2, 2025, 220, 122, 63, 14, 'Báo cáo Alfa 2025'),
  (3, 2025, 330, 133, 73, 15, 'Báo cáo Beta'), (4, 2025, 44, 24, 14, 4, 'Báo cáo khoa Alfa');
INSERT INTO reorganisation (id, kind, decision_no, decision_date, effective_on, note) VALUES
  (1, 'merge', '11/QĐ-HN', '2019-11-30', '2020-01-01', 'x'), (2, 'split', '12/QĐ-CT', '2030-01-02', '2030-02-03', 'sau này');
INSERT INTO reorganisation_unit (reorganisation_id, side, unit_id) VALUES
  (1, 'predecessor', 21), (1, 'successor', 2), (2, 'predecessor', 3), (2, 'successor', 5);
INSERT INTO block (id, code, name) VALUES (1, 'K1', 'Khối Alfa'), (2, 'K2', 'Khối Beta');
INSERT INTO block_member (block_id, year, unit_id, role) VALUES
  (1, 2025, 2, 'member'), (1, 2026, 2, 'chair'), (2, 2026, 3, 'vice_chair');
INSERT INTO holiday (day, name) VALUES ('2026-11-20', 'Nghỉ bù'), ('2026-11-24', 'Ngày nghỉ'), ('2026-01-01', 'Tết dương lịch');
INSERT INTO council (id, unit_id, kind, name, decision_no, founded_on, until, members) VALUES
  (1, 1, 'tdkt', 'Hội đồng cũ', '31/QĐ-HĐ', '2020-01-01', '2025-12-31', 9),
  (2, 1, 'tdkt', 'Hội đồng nay', '32/QĐ-HĐ', '2026-01-01', NULL, 13),
  (3, 1, 'sang_kien', 'Hội đồng sáng kiến', '33/QĐ-HĐ', '2026-02-02', NULL, 7);
