-- Files and papers, the timeline, sessions of the council, numbers, decisions, the register, the audit.
INSERT INTO file (id, digest, size, media_type, name, uploaded_by, uploaded_at) VALUES
  (1, REPEAT('a1', 32), 1001, 'application/pdf', 'alfa-mot.pdf', 2, '2026-03-11 04:01:00'),
  (2, REPEAT('a2', 32), 1002, 'image/png', 'alfa-hai.png', 3, '2026-03-11 04:02:00'),
  (3, REPEAT('b3', 32), 1003, 'image/jpeg', 'beta-ba.jpg', 11, '2026-03-21 04:03:00'),
  (4, REPEAT('a4', 32), 1004, 'application/pdf', 'alfa-bon.pdf', 2, '2026-03-11 04:04:00');
INSERT INTO evidence (id, nomination_id, nominee_id, kind, number, issued_on, file_id) VALUES
  (31, 11, NULL, 'bien_ban', '31/BB-Alfa', '2026-03-01', 1), (32, 11, 111, 'sang_kien_co_so', '32/SK-Alfa', '2026-03-02', 2),
  (33, 12, 124, 'sang_kien_tinh', '33/SK-Alfa', NULL, 4), (41, 21, NULL, 'bao_cao', '41/BC-Beta', '2026-03-03', 3),
  (42, 21, 211, 'de_tai_tinh', '42/DT-Beta', '2024-03-04', 3), (34, 12, NULL, 'ket_qua_phieu', '', NULL, 1);
INSERT INTO nomination_event (id, nomination_id, at, person_id, role, capacity, action, from_state, to_state, nominee_id, note, version) VALUES
  (1, 11, '2026-03-09 05:01:00', 2, 'clerk', '', 'create', '', 'draft', NULL, 'Việc Alfa 1', 1),
  (2, 11, '2026-03-10 05:02:00', 3, 'head', 'KT', 'add', 'draft', 'draft', 111, 'Việc Alfa 2', 2),
  (3, 21, '2026-03-19 05:03:00', 11, 'clerk', 'Q', 'create', '', 'draft', NULL, 'Việc Beta 3', 1),
  (4, 13, '2026-05-01 05:04:00', 3, 'head', 'KT', 'confirm', 'submitted', 'appraisal', NULL, 'Việc Alfa 4', 3),
  (5, 13, '2026-05-02 05:05:00', 20, 'head', 'Q', 'confirm', 'submitted', 'appraisal', NULL, 'Việc Alfa 5', 4),
  (6, 13, '2026-05-03 05:06:00', 4, 'appraiser', '', 'forward', 'appraisal', 'council', NULL, 'Việc Alfa 6', 5);
-- Signed twice, changed before, between and after; one that was changed and never signed; one of the other hospital.
INSERT INTO nomination_event (id, nomination_id, at, person_id, role, capacity, action, from_state, to_state, nominee_id, note, version) VALUES
  (607, 12, '2026-04-10 05:07:00', 2, 'clerk', '', 'edit', 'draft', 'draft', 121, '', 2),
  (608, 12, '2026-04-11 05:08:00', 3, 'head', '', 'confirm', 'submitted', 'appraisal', NULL, '', 3),
  (609, 12, '2026-04-12 05:09:00', 2, 'clerk', '', 'correct', 'appraisal', 'appraisal', 121, '', 4),
  (610, 12, '2026-04-13 05:10:00', 3, 'head', '', 'confirm', 'submitted', 'appraisal', NULL, '', 5),
  (611, 12, '2026-04-14 05:11:00', 2, 'clerk', '', 'correct', 'appraisal', 'appraisal', 121, '', 6),
  (612, 12, '2026-04-15 05:12:00', 2, 'clerk', '', 'correct', 'appraisal', 'appraisal', 122, '', 7),
  (613, 12, '2026-04-16 05:13:00', 2, 'clerk', '', 'remove', 'draft', 'draft', NULL, '', 8),
  (614, 21, '2026-03-20 05:14:00', 11, 'clerk', '', 'edit', 'draft', 'draft', 211, '', 2),
  (615, 22, '2026-03-21 05:15:00', 11, 'head', '', 'confirm', 'submitted', 'appraisal', NULL, '', 3),
  (616, 22, '2026-03-22 05:16:00', 11, 'clerk', '', 'correct', 'appraisal', 'appraisal', 221, '', 4),
  (617, 22, '2026-03-22 05:16:00', 11, 'clerk', '', 'correct', 'appraisal', 'appraisal', 222, '', 5),
  (618, 22, '2026-03-22 05:16:00', 10, 'clerk', '', 'correct', 'appraisal', 'appraisal', 221, '', 6);
INSERT INTO nominee_change (id, nomination_id, event_id, nominee_id, name, field, before_text, after_text) VALUES
  (901, 12, 607, 121, 'Tên Alfa', 'position', 'Trước một', 'Sau một'), (902, 12, 609, 121, 'Tên Alfa', 'achievement', 'Trước hai', 'Sau hai'),
  (903, 12, 611, 121, 'Tên Alfa', 'position', 'Trước ba', 'Sau ba'), (904, 12, 611, 121, 'Tên Alfa', 'achievement', 'Trước bốn', 'Sau bốn'),
  (905, 12, 612, 122, 'Tên khác Alfa', 'unchanged', '', ''), (906, 12, 613, NULL, 'Tên bỏ Alfa', 'row', 'Cả dòng', ''),
  (907, 21, 614, 211, 'Tên Beta', 'period', 'Trước Beta', 'Sau Beta'), (908, 22, 616, 221, 'Tên Beta hai', 'award_code', 'Trước Beta hai', 'Sau Beta hai');
INSERT INTO council_session (id, council_id, nomination_id, held_on, minutes_no, members, present, written) VALUES
  (1, 1, 13, '2026-05-04', '1/BB-HĐ', 9, 7, 1), (2, 2, 13, '2026-05-05', '2/BB-HĐ', 13, 11, 2), (3, 2, 23, '2025-01-25', '3/BB-HĐ', 13, 12, 0);
INSERT INTO number_series (id, unit_id, code, year, last_no, last_on) VALUES
  (1, 1, 'QĐ', 2026, 41, '2026-05-07'), (2, 1, 'TTr', 2025, 12, '2025-02-07'), (3, 1, 'QĐ', 2025, 77, '2025-12-30'), (4, 3, 'QĐ', 2026, 9, '2026-01-09');
INSERT INTO document (id, series_id, number, symbol, kind, issued_on, subject, signer, recipients) VALUES
  (1, 1, 41, 'QĐ-SYT', 'QĐ', '2026-05-07', 'Khen thưởng Alfa', 'Người thứ 6', 'Như Điều 3 Alfa'),
  (2, 2, 12, 'TTr-SYT', 'TTr', '2025-02-07', 'Đề nghị Beta', 'Người thứ 6', 'UBND tỉnh Beta'),
  (3, 1, 40, 'QĐ-SYT', 'QĐ', '2026-05-05', 'Việc khác', 'Người thứ 6', '');
INSERT INTO number_book (id, series_id, first_no, last_no, used, document_id, note, person_id, at) VALUES
  (1, 1, 1, 29, 'elsewhere', NULL, 'Việc nhân sự', 6, '2026-05-04 01:00:00'), (2, 1, 30, 35, 'reserved', NULL, 'Giữ cho Beta', 6, '2026-05-04 01:01:00'),
  (3, 1, 36, 36, 'void', NULL, 'In hỏng', 7, '2026-05-04 01:02:00'), (4, 1, 40, 40, 'issued', 3, '', 6, '2026-05-05 01:00:00'),
  (5, 1, 41, 41, 'issued', 1, 'Giữ trước', 6, '2026-05-07 01:00:00'), (6, 2, 12, 12, 'issued', 2, '', NULL, NULL);
INSERT INTO decision (id, nomination_id, kind, authority, signed_on, signer_id, signer_name, capacity, office, regime, base_salary, bonus_total,
                      document_id, result_no, result_date, version) VALUES
  (31, 13, 'award', 'giam_doc_so', '2026-05-06', 6, 'Người ký Alfa', 'KT', 'PHÓ GIÁM ĐỐC', '2022', 2340000, 4446000, 1, '', NULL, 3),
  (32, 17, 'award', 'giam_doc_so', '2026-07-13', 6, 'Người ký Alfa hai', '', 'GIÁM ĐỐC', '2022', 2341000, 1234000, NULL, '', NULL, 4),
  (41, 23, 'proposal', 'chu_tich_tinh', '2025-02-06', 7, 'Người ký Beta', 'Q', 'QUYỀN GIÁM ĐỐC', '2023', 2342000, 3510000, 2, '88/QĐ-UBND Beta',
   '2025-02-18', 5);
INSERT INTO award (id, kind, person_id, collective_id, name, fold, lower_name, position, unit_id, unit_name, leader, award_code, method, year,
                   achievement, decision_no, decision_date, gold_no, bonus, campaign_id, decision_id, nominee_id, source, cancelled_on) VALUES
  (51, 'person', 20, NULL, 'Nguyễn Alfa Hoà', 'nguyen alfa hoa', 'nguyễn alfa hòa', 'Điều dưỡng Alfa', 4, 'Khoa Nội Alfa', FALSE, 'CSTDCS', 'dot_xuat',
   2026, 'Thành tích Alfa 131', '41/QĐ-SYT', '2026-05-07', 2, 2340000, 1, 31, 131, 'flow', NULL),
  (52, 'person', 21, NULL, 'Trần Alfa Minh', 'tran alfa minh', 'trần alfa minh', 'Phó Giám đốc Alfa', 2, 'Bệnh viện Alfa', TRUE, 'GKSYT', 'dot_xuat',
   2026, 'Thành tích Alfa 132', '41/QĐ-SYT', '2026-05-07', 3, 702000, 1, 31, 132, 'flow', NULL),
  (53, 'collective', NULL, 4, 'Khoa Nội Alfa', 'khoa noi alfa', 'khoa nội alfa', '', 2, 'Bệnh viện Alfa', NULL, 'GKSYT', 'dot_xuat',
   2026, 'Thành tích Alfa 133', '41/QĐ-SYT', '2026-05-07', 1, 1404000, 1, 31, 133, 'flow', NULL),
  (54, 'person', 20, NULL, 'Nguyễn Alfa Hoà', 'nguyen alfa hoa', 'nguyễn alfa hòa', 'Tập sự Alfa', 4, 'Khoa Nội Alfa', FALSE, 'LDTT', 'cong_trang',
   2025, 'Thành tích Alfa 54', '54/QĐ-A', '2025-12-24', NULL, NULL, NULL, NULL, NULL, 'import', NULL),
  (55, 'person', 22, NULL, 'Lê Alfa Hoá', 'le alfa hoa', 'lê alfa hóa', 'Y sĩ Alfa', 4, 'Khoa Nội Alfa', FALSE, 'LDTT', 'cong_trang',
   2025, 'Thành tích Alfa 55', '54/QĐ-A', '2025-12-24', NULL, NULL, NULL, NULL, NULL, 'import', '2026-01-15'),
  (56, 'person', 26, NULL, 'Hồ Alfa Nghỉ', 'ho alfa nghi', 'hồ alfa nghỉ', 'Kế toán Alfa', 2, 'Bệnh viện Alfa', NULL, 'KNC', 'cong_hien',
   2020, 'Thành tích Alfa 56', '56/QĐ-BYT', '2020-11-26', NULL, 300000, NULL, NULL, NULL, 'import', NULL),
  (57, 'collective', NULL, 2, 'Bệnh viện Alfa', 'benh vien alfa', 'bệnh viện alfa', '', 2, 'Bệnh viện Alfa', NULL, 'TTLDXS', 'cong_trang',
   2024, 'Thành tích Alfa 57', '57/QĐ-UBND', '2025-01-27', NULL, 3510000, NULL, NULL, NULL, 'import', NULL),
  (58, 'collective', NULL, 21, 'Bệnh viện Cũ', 'benh vien cu', 'bệnh viện cũ', '', 21, 'Bệnh viện Cũ', NULL, 'TTLDXS', 'cong_trang',
   2019, 'Thành tích cũ', '58/QĐ-UBND', '2019-12-28', NULL, NULL, NULL, NULL, NULL, 'import', NULL),
  (59, 'person', 25, NULL, 'Đỗ Qua Lại', 'do qua lai', 'đỗ qua lại', 'Cán bộ ngoài', 90, 'Cơ quan Ngoài', FALSE, 'BKT', 'dot_xuat',
   2009, 'Thành tích ngoài', '59/QĐ-KN', '2009-12-29', NULL, NULL, NULL, NULL, NULL, 'import', NULL),
  (61, 'person', 23, NULL, 'Phạm Beta Hoà', 'pham beta hoa', 'phạm beta hòa', 'Điều dưỡng Beta', 5, 'Khoa Ngoại Beta', FALSE, 'BKT', 'cong_trang',
   2024, 'Thành tích Beta 61', '88/QĐ-UBND', '2025-02-18', 1, 3510000, 2, 41, 231, 'flow', NULL),
  (62, 'person', 24, NULL, 'Vũ Beta Sơn', 'vu beta son', 'vũ beta sơn', 'Trưởng phòng Beta', 3, 'Bệnh viện Beta', TRUE, 'LDTT', 'cong_trang',
   2025, 'Thành tích Beta 62', '62/QĐ-B', '2025-12-26', NULL, NULL, NULL, NULL, NULL, 'import', NULL),
  (63, 'household', NULL, NULL, 'Hộ ông Beta', 'ho ong beta', 'hộ ông beta', '', 3, 'Bệnh viện Beta', NULL, 'GDVH', 'cong_trang',
   2023, 'Thành tích Beta 63', '63/QĐ-B', '2023-12-27', NULL, NULL, NULL, NULL, NULL, 'import', NULL);
INSERT INTO audit (id, at, person_id, role, capacity, action, object, object_id, unit_id, before_text, after_text, request_id, address) VALUES
  (1, '2026-03-09 06:01:00', 2, 'clerk', '', 'nomination.create', 'nomination', 11, 2, NULL, 'Sau Alfa 1', 'yc-1', '10.0.0.1'),
  (2, '2026-03-10 06:02:00', 3, 'head', 'KT', 'nomination.edit', 'nominee', 111, 2, 'Trước Alfa 2', 'Sau Alfa 2', 'yc-2', '10.0.0.2'),
  (3, '2026-03-19 06:03:00', 11, 'clerk', 'Q', 'nomination.create', 'nomination', 21, 3, NULL, 'Sau Beta 3', 'yc-3', '10.0.0.3'),
  (4, '2026-03-20 06:04:00', NULL, '', '', 'login.refused', 'person', NULL, NULL, NULL, NULL, 'yc-4', '10.0.0.4'),
  (5, '2026-03-21 06:05:00', 20, 'clerk', '', 'nomination.edit', 'nominee', 151, 4, 'Trước Alfa 5', 'Sau Alfa 5', 'yc-5', '10.0.0.5');
UPDATE audit_head SET start_id = 5, started_at = '2026-11-01 00:00:00', last_id = 5, last_at = '2026-11-18 16:59:59';
INSERT INTO session (token_hash, public_id, person_id, grant_id, csrf, created_at, seen_at, expires_at, address, agent) VALUES
  (REPEAT('c', 64), 'pub-c', 20, 50, 'csrf-c', '2026-11-19 01:00:00', '2026-11-19 01:30:00', '2026-11-19 11:00:00', '10.1.0.1', 'Trình Alfa một'),
  (REPEAT('d', 64), 'pub-d', 20, 54, 'csrf-d', '2026-11-19 01:10:00', '2026-11-19 01:59:30', '2026-11-19 11:10:00', '10.1.0.2', 'Trình Alfa hai'),
  (REPEAT('e', 64), 'pub-e', 23, NULL, 'csrf-e', '2026-11-19 01:20:00', '2026-11-19 01:50:00', '2026-11-19 11:20:00', '10.1.0.3', 'Trình Beta'),
  (REPEAT('a', 64), 'pub-a', 20, 51, 'csrf-a', '2026-11-19 01:40:00', '2026-11-19 01:45:00', '2026-11-19 11:40:00', '10.1.0.5', 'Trình Alfa khác'),
  (REPEAT('b', 64), 'pub-b', 20, 52, 'csrf-b', '2026-11-19 01:41:00', '2026-11-19 01:45:00', '2026-11-19 11:40:00', '10.1.0.5', 'Trình Alfa khác'),
  (REPEAT('0', 64), 'pub-0', 20, 53, 'csrf-0', '2026-11-19 01:42:00', '2026-11-19 01:45:00', '2026-11-19 11:40:00', '10.1.0.5', 'Trình Alfa khác'),
  (REPEAT('4', 64), 'pub-4', 20, 56, 'csrf-4', '2026-11-19 01:43:00', '2026-11-19 01:45:00', '2026-11-19 11:40:00', '10.1.0.5', 'Trình Alfa khác'),
  (REPEAT('5', 64), 'pub-5', 20, 57, 'csrf-5', '2026-11-19 01:44:00', '2026-11-19 01:45:00', '2026-11-19 11:40:00', '10.1.0.5', 'Trình Alfa khác'),
  (REPEAT('f', 64), 'pub-f', 20, 51, 'csrf-f', '2026-11-18 01:00:00', '2026-11-18 01:30:00', '2026-11-18 11:00:00', '10.1.0.4', 'Trình Alfa hết'),
  (REPEAT('1', 64), 'pub-1', 25, NULL, 'csrf-1', '2026-11-18 01:00:00', '2026-11-18 01:30:00', '2026-11-18 11:00:00', '10.1.0.6', 'Trình người đã đi'),
  (REPEAT('2', 64), 'pub-2', 23, NULL, 'csrf-2', '2026-11-16 01:00:00', '2026-11-16 01:30:00', '2026-11-16 01:59:59', '10.1.0.7', 'Trình Beta cũ'),
  (REPEAT('3', 64), 'pub-3', 23, NULL, 'csrf-3', '2026-11-16 01:00:00', '2026-11-16 01:30:00', '2026-11-16 02:00:01', '10.1.0.7', 'Trình Beta vừa hết');
INSERT INTO form_token (token_hash, person_id, used_at, location) VALUES
  (REPEAT('1', 64), 20, '2026-11-19 01:00:00', '/alfa/1'), (REPEAT('2', 64), 23, '2026-11-10 01:00:00', '/beta/2');
INSERT INTO login_failure (subject, failures, last_at, open_at) VALUES
  (REPEAT('7', 64), 5, '2026-11-19 01:59:00', '2026-11-19 02:00:30'), (REPEAT('8', 64), 2, '2026-11-10 01:00:00', '2026-11-10 01:00:00');
INSERT INTO login_place (person_id, place, last_at) VALUES
  (20, REPEAT('a', 64), '2026-11-01 01:00:00'), (20, REPEAT('b', 64), '2026-08-01 01:00:00'), (23, REPEAT('c', 64), '2026-11-02 01:00:00');
