-- People of hospital A (20 to 22), of hospital B (23, 24); 25 went from A to B, 26 has left, 27 comes later.
INSERT INTO person (id, staff_no, citizen_id, directory_id, login, full_name, fold, lower_name, sort_key, sex, birth_date, mail, status,
                    in_directory, version) VALUES
  (20, 'A20', '020000000020', 'dir-20', 'a.hoa', 'Nguyễn Alfa Hoà', 'nguyen alfa hoa', 'nguyễn alfa hòa', 'hoa 20', 'nu', '1980-02-20',
   'hoa@alfa.vn', 'working', TRUE, 3),
  (21, 'A21', '020000000021', NULL, NULL, 'Trần Alfa Minh', 'tran alfa minh', 'trần alfa minh', 'minh 21', 'nam', '1981-03-21',
   NULL, 'working', FALSE, 4),
  (22, 'A22', NULL, NULL, NULL, 'Lê Alfa Hoá', 'le alfa hoa', 'lê alfa hóa', 'hoa 22', NULL, NULL, NULL, 'working', FALSE, 5),
  (23, 'B23', NULL, 'dir-23', 'b.hoa', 'Phạm Beta Hoà', 'pham beta hoa', 'phạm beta hòa', 'hoa 23', 'nu', '1983-05-23',
   'hoa@beta.vn', 'working', TRUE, 6),
  (24, 'B24', NULL, NULL, NULL, 'Vũ Beta Sơn', 'vu beta son', 'vũ beta sơn', 'son 24', 'nam', '1984-06-24', NULL, 'working', FALSE, 7),
  (25, 'C25', NULL, NULL, NULL, 'Đỗ Qua Lại', 'do qua lai', 'đỗ qua lại', 'lai 25', 'nam', '1985-07-25', NULL, 'working', FALSE, 8),
  (26, 'A26', NULL, 'dir-26', NULL, 'Hồ Alfa Nghỉ', 'ho alfa nghi', 'hồ alfa nghỉ', 'nghi 26', 'nam', '1960-08-26', NULL, 'retired', FALSE, 9),
  (27, 'A27', NULL, NULL, NULL, 'Bùi Alfa Mới', 'bui alfa moi', 'bùi alfa mới', 'moi 27', 'nu', '2000-09-27', NULL, 'working', FALSE, 10);
INSERT INTO position (id, person_id, unit_id, title, leader, valid_from, valid_to) VALUES
  (20, 20, 4, 'Điều dưỡng Alfa', FALSE, '2015-01-20', NULL), (120, 20, 2, 'Tập sự Alfa', FALSE, '2014-01-20', '2015-01-19'),
  (21, 21, 2, 'Phó Giám đốc Alfa', TRUE, '2016-01-21', NULL), (22, 22, 4, 'Y sĩ Alfa', FALSE, '2017-01-22', NULL),
  (23, 23, 5, 'Điều dưỡng Beta', FALSE, '2018-01-23', NULL), (24, 24, 3, 'Trưởng phòng Beta', TRUE, '2019-01-24', NULL),
  (25, 25, 4, 'Bác sĩ Alfa trước', FALSE, '2010-01-25', '2025-06-30'), (125, 25, 5, 'Bác sĩ Beta nay', TRUE, '2025-07-01', NULL),
  (225, 25, 90, 'Cán bộ ngoài', FALSE, '2008-01-25', '2010-01-24'),
  (26, 26, 2, 'Kế toán Alfa', FALSE, '1990-01-26', '2020-12-31'), (27, 27, 4, 'Hộ sinh Alfa', FALSE, '2027-01-01', NULL);
INSERT INTO rating (id, person_id, unit_id, year, value, source) VALUES
  (1, 20, NULL, 2024, 'HTXSNV', 'QĐ Alfa 24'), (2, 20, NULL, 2025, 'HTTNV', 'QĐ Alfa 25'), (3, 23, NULL, 2025, 'HTNV', 'QĐ Beta 25'),
  (4, NULL, 2, 2025, 'HTTNV', 'QĐ đơn vị Alfa'), (5, NULL, 4, 2025, 'HTXSNV', 'QĐ khoa Alfa'), (6, NULL, 21, 2019, 'KHTNV', 'QĐ đơn vị cũ'),
  (7, 21, NULL, 2025, 'KHTNV', 'QĐ Alfa 21');
INSERT INTO hold (id, person_id, unit_id, kind, level, from_date, to_date, note) VALUES
  (1, 20, NULL, 'discipline', 'canh_cao', '2023-01-11', '2024-01-11', 'Alfa kỷ luật'),
  (2, 20, NULL, 'under_review', '', '2026-02-12', NULL, 'Alfa xem xét'), (3, 23, NULL, 'discipline', 'khien_trach', '2025-03-13', '2025-09-13', 'Beta kỷ luật'),
  (4, NULL, 4, 'under_review', '', '2025-04-14', NULL, 'khoa Alfa'), (5, 22, NULL, 'discipline', 'canh_cao', '2025-05-15', NULL, 'Alfa 22');
-- Roles: in force, revoked, ended, not begun, through a group.
INSERT INTO role_grant (id, person_id, ldap_group, role, unit_id, valid_from, valid_to, granted_by, granted_at, revoked_at) VALUES
  (50, 20, NULL, 'clerk', 4, '2026-01-05', '2026-12-31', 10, '2026-01-04 01:00:00', NULL),
  (51, 20, NULL, 'head', 2, '2026-01-06', NULL, 10, '2026-01-05 01:00:00', '2026-02-01 01:00:00'),
  (52, 20, NULL, 'auditor', 1, '2020-01-07', '2020-12-31', 10, '2020-01-06 01:00:00', NULL),
  (53, 20, NULL, 'director', 1, '2030-01-08', NULL, 10, '2026-01-07 01:00:00', NULL),
  (54, NULL, 'nhom-alfa', 'records', 2, '2026-01-09', NULL, 10, '2026-01-08 01:00:00', NULL),
  (55, NULL, 'nhom-khac', 'admin', 1, '2026-01-10', NULL, NULL, '2026-01-09 01:00:00', NULL),
  (56, NULL, 'nhom-alfa', 'secretary', 1, '2026-01-11', NULL, 10, '2026-01-10 01:00:00', '2026-02-02 01:00:00'),
  (57, 20, NULL, 'head', 21, '2018-01-12', NULL, 10, '2018-01-11 01:00:00', NULL),
  (58, NULL, 'nhom-alfa', 'appraiser', 21, '2018-01-13', NULL, 10, '2018-01-12 01:00:00', NULL),
  (59, NULL, 'nhom-alfa', 'accountant', 2, '2026-11-19', NULL, 10, '2026-11-18 01:00:00', NULL);
INSERT INTO person_group (person_id, ldap_group) VALUES (20, 'nhom-alfa'), (20, 'nhom-xem'), (23, 'nhom-khac');
