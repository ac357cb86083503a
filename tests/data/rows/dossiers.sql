-- Awards of the catalogue, campaigns, dossiers in every state, with rows of every outcome.
INSERT INTO award_type (code, name, family, system, for_person, for_collective, for_household, level, decides, rank_order, valid_from, valid_to,
                        verified) VALUES
  ('BKT', 'Bằng khen của Chủ tịch UBND tỉnh', 'commendation', 'nha_nuoc', TRUE, TRUE, FALSE, 'tinh', 'chu_tich_tinh', 20, '2024-01-01', NULL, TRUE),
  ('CSTDCS', 'Chiến sĩ thi đua cơ sở', 'title', 'nha_nuoc', TRUE, FALSE, FALSE, 'so', 'giam_doc_so', 30, '2024-01-01', NULL, TRUE),
  ('GKSYT', 'Giấy khen của Giám đốc Sở Y tế', 'commendation', 'nha_nuoc', TRUE, TRUE, FALSE, 'so', 'giam_doc_so', 40, '2024-01-01', NULL, TRUE),
  ('LDTT', 'Lao động tiên tiến', 'title', 'nha_nuoc', TRUE, FALSE, FALSE, 'so', 'giam_doc_so', 35, '2024-01-01', NULL, TRUE),
  ('TTLDXS', 'Tập thể lao động xuất sắc', 'title', 'nha_nuoc', FALSE, TRUE, FALSE, 'tinh', 'chu_tich_tinh', 25, '2024-01-01', NULL, TRUE),
  ('KNC', 'Kỷ niệm chương', 'other', 'nganh', TRUE, FALSE, FALSE, 'bo', 'bo_truong', 50, '2024-01-01', NULL, TRUE),
  ('GDVH', 'Gia đình văn hóa', 'title', 'nha_nuoc', FALSE, FALSE, TRUE, 'khac', 'khac', 60, '2004-01-01', '2023-12-31', FALSE);
INSERT INTO award_type_period (award_code, valid_from, valid_to, regime, law, cite, decides, for_person, for_collective, for_household, confirmed) VALUES
  ('BKT', '2024-01-01', NULL, 'R1', 'Luật một', 'Điều 71', 'chu_tich_tinh', TRUE, TRUE, FALSE, TRUE),
  ('CSTDCS', '2026-10-01', NULL, 'R2', 'Luật hai', 'Điều 23 mới', 'giam_doc_so', TRUE, FALSE, FALSE, FALSE),
  ('CSTDCS', '2024-01-01', '2026-09-30', 'R1', 'Luật một', 'Điều 23', 'giam_doc_so', TRUE, FALSE, FALSE, TRUE),
  ('GKSYT', '2026-10-01', NULL, 'R2', 'Luật hai', 'Điều 75', 'giam_doc_so', TRUE, TRUE, TRUE, TRUE),
  ('GKSYT', '2024-01-01', '2026-09-30', 'R1', 'Luật một', 'Điều 74', 'giam_doc_so', TRUE, TRUE, FALSE, TRUE),
  ('LDTT', '2024-01-01', '2025-12-31', 'R1', 'Luật một', 'Điều 24', 'giam_doc_so', TRUE, FALSE, FALSE, FALSE),
  ('LDTT', '2026-01-01', NULL, 'R2', 'Luật hai', 'Điều 24', 'giam_doc_so', TRUE, FALSE, FALSE, TRUE),
  ('TTLDXS', '2024-01-01', '2026-11-18', 'R1', 'Luật một', 'Điều 28', 'chu_tich_tinh', FALSE, TRUE, FALSE, TRUE),
  ('TTLDXS', '2026-11-19', '2026-11-19', 'R2', 'Luật hai', 'Điều 28', 'bo_truong', FALSE, TRUE, FALSE, TRUE),
  ('KNC', '2024-01-01', NULL, 'R1', 'Luật một', 'Điều 70', 'bo_truong', TRUE, FALSE, FALSE, TRUE),
  ('GDVH', '2004-01-01', '2023-12-31', 'R0', 'Luật không', 'Điều 30', 'khac', FALSE, FALSE, TRUE, TRUE);
INSERT INTO campaign (id, code, parent_id, unit_id, name, fold, method, lead_agency, responsible, responsible_unit_id, content, theme, basis,
                      review_time, date_from, date_to, state, quota_collectives, quota_individuals, quota_note, version) VALUES
  (1, 'PT1', NULL, 1, 'Phong trào một', 'phong trao mot', 'chuyen_de', 'Phòng một', 'Ban một', 2, 'Nội dung một', 'Chủ đề một', 'Căn cứ một',
   'Tháng một', '2026-01-01', '2026-12-31', 'running', 5, 10, 'Ghi chú một', 11),
  (2, 'PT2', 1, 3, 'Phong trào hai', 'phong trao hai', 'cong_trang', 'Phòng hai', 'Ban hai', NULL, 'Nội dung hai', 'Chủ đề hai', 'Căn cứ hai',
   'Tháng hai', '2025-02-02', '2025-12-22', 'closed', NULL, 0, '', 12),
  (3, 'PT3', 1, 1, 'Phong trào ba', 'phong trao ba', 'dot_xuat', '', '', 3, '', '', '', '', '2024-03-03', '2026-03-31', 'draft', 0, NULL, '', 13),
  (4, 'PT4', NULL, 2, 'Phong trào bốn', 'phong trao bon', 'dot_xuat', '', '', NULL, '', '', '', '', '2026-04-04', '2026-04-30', 'launched', 1, 2, '', 14);
INSERT INTO campaign_round (campaign_id, n, name, date_from, date_to) VALUES
  (1, 2, 'Đợt hai', '2026-07-01', '2026-12-30'), (1, 1, 'Đợt một', '2026-01-02', '2026-06-30'), (2, 1, 'Đợt khác', '2025-02-03', '2025-12-21');
INSERT INTO campaign_target (campaign_id, n, name, comparison, value, measure, actual) VALUES
  (1, 2, 'Chỉ tiêu hai', '<', 1200, 'lượt', NULL), (1, 1, 'Chỉ tiêu một', '>=', 95.5, 'phần trăm', 97.25), (2, 1, 'Chỉ tiêu khác', '=', 1, 'cái', 2);
INSERT INTO campaign_criterion (campaign_id, n, text, points, cite) VALUES
  (1, 2, 'Tiêu chí hai', NULL, ''), (1, 1, 'Tiêu chí một', 15, 'Điều 1'), (2, 1, 'Tiêu chí khác', 25, 'Điều 2');

-- 11 to 17 are A's, 21 to 24 B's.
INSERT INTO nomination (id, unit_id, campaign_id, method, year, authority, title, fold, note, minutes_no, minutes_date, unit_number, unit_date,
                        state, flow, flow_version, since, due_on, created_by, created_at, version) VALUES
  (11, 2, 1, 'chuyen_de', 2026, 'giam_doc_so', 'Hồ sơ Alfa soạn', 'ho so alfa soan', 'Ghi chú Alfa 11', '11/BB-A', '2026-03-11', '11/TTr-A',
   '2026-03-12', 'draft', 'nomination', 2, '2026-03-10 02:11:00', NULL, 2, '2026-03-09 02:11:00', 4),
  (12, 2, 2, 'cong_trang', 2025, 'chu_tich_tinh', 'Hồ sơ Alfa thẩm định', 'ho so alfa tham dinh', 'Ghi chú Alfa 12', '12/BB-A', '2026-04-12',
   '12/TTr-A', '2026-04-13', 'appraisal', 'nomination', 2, '2026-04-10 02:12:00', '2026-05-12', 2, '2026-04-09 02:12:00', 5),
  (13, 2, 1, 'dot_xuat', 2026, 'giam_doc_so', 'Hồ sơ Alfa ban hành', 'ho so alfa ban hanh', 'Ghi chú Alfa 13', '13/BB-A', '2026-05-13', '13/TTr-A',
   '2026-05-14', 'issued', 'nomination', 2, '2026-05-10 02:13:00', NULL, 2, '2026-05-09 02:13:00', 6),
  (14, 2, 1, 'cong_trang', 2026, 'giam_doc_so', 'Hồ sơ Alfa bỏ', 'ho so alfa bo', '', '', NULL, '', NULL,
   'dropped', 'nomination', 2, '2026-06-10 02:14:00', NULL, 2, '2026-06-09 02:14:00', 7),
  (15, 4, 1, 'cong_trang', 2026, 'giam_doc_so', 'Hồ sơ khoa Alfa chờ ký', 'ho so khoa alfa cho ky', '', '', NULL, '', NULL,
   'submitted', 'nomination', 2, '2026-07-10 02:15:00', '2026-07-15', 20, '2026-07-09 02:15:00', 8),
  (16, 2, 1, 'cong_trang', 2026, 'giam_doc_so', 'Hồ sơ Alfa Hội đồng', 'ho so alfa hoi dong', '', '16/BB-A', '2026-07-16', '', NULL,
   'council', 'nomination', 2, '2026-07-11 02:16:00', '2026-07-20', 2, '2026-07-10 02:16:00', 9),
  (17, 2, NULL, 'cong_trang', 2026, 'giam_doc_so', 'Hồ sơ Alfa chờ số', 'ho so alfa cho so', '', '17/BB-A', '2026-07-17', '', NULL,
   'decided', 'nomination', 2, '2026-07-12 02:17:00', '2026-07-21', 2, '2026-07-11 02:17:00', 10),
  (21, 3, 1, 'chuyen_de', 2026, 'giam_doc_so', 'Hồ sơ Beta soạn', 'ho so beta soan', 'Ghi chú Beta 21', '21/BB-B', '2026-03-21', '21/TTr-B',
   '2026-03-22', 'draft', 'nomination', 2, '2026-03-20 02:21:00', NULL, 11, '2026-03-19 02:21:00', 14),
  (22, 3, 2, 'cong_trang', 2025, 'giam_doc_so', 'Hồ sơ Beta thẩm định', 'ho so beta tham dinh', 'Ghi chú Beta 22', '22/BB-B', '2026-04-22',
   '22/TTr-B', '2026-04-23', 'appraisal', 'nomination', 2, '2026-04-20 02:22:00', '2026-05-02', 11, '2026-04-19 02:22:00', 15),
  (23, 3, 2, 'cong_trang', 2024, 'chu_tich_tinh', 'Hồ sơ Beta cấp trên', 'ho so beta cap tren', '', '23/BB-B', '2025-01-23', '', NULL,
   'granted', 'nomination', 2, '2025-02-20 02:23:00', NULL, 11, '2025-01-19 02:23:00', 16),
  (24, 3, 1, 'cong_trang', 2026, 'giam_doc_so', 'Hồ sơ Beta không', 'ho so beta khong', '', '', NULL, '', NULL,
   'refused', 'nomination', 2, '2026-06-20 02:24:00', NULL, 11, '2026-06-19 02:24:00', 17);
