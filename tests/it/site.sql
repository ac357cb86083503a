-- The smallest department that has everybody: hospital A with one person per role (its id is the role's place in the list), and
-- hospital B, whose clerk, head, auditor and administrator have nothing to do with A. A khoa below each.
INSERT INTO unit (id, code, kind, parent_id, path, sort_key, valid_from) VALUES
  (1, 'SYT', 'so', NULL, '/1/', '1', '2000-01-01'),
  (2, 'BV-A', 'benh_vien', 1, '/1/2/', '2', '2000-01-01');
INSERT INTO unit_name (unit_id, valid_from, official, short, signing, head_title, symbol, fold, lower_name) VALUES
  (1, '2000-01-01', 'Sở Y tế tỉnh thử nghiệm', 'Sở Y tế', 'SỞ Y TẾ', 'GIÁM ĐỐC', 'SYT', 'so y te tinh thu nghiem', 'sở y tế tỉnh thử nghiệm'),
  (2, '2000-01-01', 'Bệnh viện thử nghiệm A', 'Bệnh viện A', 'BỆNH VIỆN A', 'GIÁM ĐỐC', 'BVA', 'benh vien thu nghiem a', 'bệnh viện thử nghiệm a');
INSERT INTO person (id, staff_no, directory_id, login, full_name, fold, lower_name, sort_key, in_directory)
SELECT seq, CONCAT('NV', seq), CONCAT('dir-', seq), CONCAT('nv', seq), CONCAT('Người thứ ', seq), CONCAT('nguoi thu ', seq), CONCAT('người thứ ', seq),
       LPAD(seq, 4, '0'), TRUE FROM seq_1_to_10;
INSERT INTO position (person_id, unit_id, title, leader, valid_from)
SELECT seq, IF(seq IN (1, 2, 3), 2, 1), 'Viên chức', seq IN (3, 6), '2020-01-01' FROM seq_1_to_10;
INSERT INTO role_grant (person_id, role, unit_id, valid_from) VALUES
  (2, 'clerk', 2, '2020-01-01'), (3, 'head', 2, '2020-01-01'), (4, 'appraiser', 1, '2020-01-01'), (5, 'secretary', 1, '2020-01-01'),
  (6, 'director', 1, '2020-01-01'), (7, 'records', 1, '2020-01-01'), (8, 'accountant', 1, '2020-01-01'), (9, 'auditor', 1, '2020-01-01'),
  (10, 'admin', 1, '2020-01-01');

-- The other hospital.
INSERT INTO unit (id, code, kind, parent_id, path, sort_key, valid_from) VALUES
  (3, 'BV-B', 'benh_vien', 1, '/1/3/', '3', '2000-01-01'),
  (4, 'A-NOI', 'khoa', 2, '/1/2/4/', '4', '2000-01-01'),
  (5, 'B-NGOAI', 'khoa', 3, '/1/3/5/', '5', '2000-01-01');
INSERT INTO unit_name (unit_id, valid_from, official, short, signing, head_title, symbol, fold, lower_name) VALUES
  (3, '2000-01-01', 'Bệnh viện Beta', 'BV Beta', 'BỆNH VIỆN BETA', 'GIÁM ĐỐC BETA', 'BVB', 'benh vien beta', 'bệnh viện beta'),
  (4, '2000-01-01', 'Khoa Nội Alfa', 'Nội Alfa', 'KHOA NỘI ALFA', 'TRƯỞNG KHOA ALFA', 'NOIA', 'khoa noi alfa', 'khoa nội alfa'),
  (5, '2000-01-01', 'Khoa Ngoại Beta', 'Ngoại Beta', 'KHOA NGOẠI BETA', 'TRƯỞNG KHOA BETA', 'NGOAIB', 'khoa ngoai beta', 'khoa ngoại beta');
INSERT INTO person (id, staff_no, directory_id, login, full_name, fold, lower_name, sort_key, in_directory)
SELECT seq, CONCAT('NV', seq), CONCAT('dir-', seq), CONCAT('nv', seq), CONCAT('Người Beta ', seq), CONCAT('nguoi beta ', seq), CONCAT('người beta ', seq),
       LPAD(seq, 4, '0'), TRUE FROM seq_11_to_14;
INSERT INTO position (person_id, unit_id, title, leader, valid_from)
SELECT seq, 3, 'Viên chức Beta', seq = 12, '2020-01-01' FROM seq_11_to_14;
INSERT INTO role_grant (person_id, role, unit_id, valid_from) VALUES
  (11, 'clerk', 3, '2020-01-01'), (12, 'head', 3, '2020-01-01'), (13, 'auditor', 3, '2020-01-01'), (14, 'admin', 3, '2020-01-01');
