-- What the demonstration province has besides its lists of units, people, campaigns and awards: ratings,
-- headcounts, blocks, the council, holidays, rounds and targets, roles. Loaded by the schema's owner after the lists, in
-- the session in which sample_rating, sample_headcount and sample_role were filled (make.sh). {year} is the year
-- of the demonstration. A second load changes nothing.
SET NAMES utf8mb4;
START TRANSACTION;

INSERT IGNORE INTO rating (person_id, year, value, source)
    SELECT p.id, s.year, s.value, 'Số liệu trình diễn'
      FROM sample_rating s JOIN person p ON p.staff_no = s.staff_no;
INSERT IGNORE INTO rating (unit_id, year, value, source)
    SELECT u.id, y.seq, IF(CRC32(CONCAT(u.code, y.seq)) % 5 < 2, 'HTXSNV', 'HTTNV'), 'Số liệu trình diễn'
      FROM unit u JOIN seq_2021_to_2025 y;
INSERT IGNORE INTO headcount (unit_id, year, total, women, party, leaders, source)
    SELECT u.id, s.year, s.total, s.women, s.party, s.leaders, 'Số liệu trình diễn'
      FROM sample_headcount s JOIN unit u ON u.code = s.code;

INSERT IGNORE INTO block (code, name) VALUES
    ('K1', 'Khối thi đua I: phòng, chi cục và trung tâm'),
    ('K2', 'Khối thi đua II: bệnh viện tuyến tỉnh'),
    ('K3', 'Khối thi đua III: bệnh viện đa khoa và trung tâm y tế khu vực có giường bệnh'),
    ('K4', 'Khối thi đua IV: trung tâm y tế khu vực không giường bệnh');
INSERT IGNORE INTO block_member (block_id, year, unit_id, role)
    SELECT b.id, y.seq, u.id, m.role
      FROM (SELECT '' AS block, '' AS unit, '' AS role UNION ALL VALUES
    ('K1', 'SYT-TCCB', 'chair'), ('K1', 'SYT-VP', 'vice_chair'), ('K1', 'SYT-NV', 'member'),
    ('K1', 'SYT-KHTC', 'member'), ('K1', 'SYT-BTXH', 'member'), ('K1', 'CC-ATTP', 'member'),
    ('K1', 'CC-DS', 'member'), ('K1', 'TT-KSBT', 'member'), ('K1', 'TT-PY', 'member'),
    ('K1', 'TT-GDYK', 'member'), ('K1', 'TT-BTXHCM', 'member'), ('K1', 'TT-BTXHBL', 'member'),
    ('K1', 'TT-NDTT', 'member'), ('K1', 'TT-KNTMP', 'member'), ('K2', 'BV-DKCM', 'chair'),
    ('K2', 'BV-DKBL', 'vice_chair'), ('K2', 'BV-CKTT', 'member'), ('K2', 'BV-SN', 'member'),
    ('K2', 'BV-MDL', 'member'), ('K2', 'BV-LPCM', 'member'), ('K2', 'BV-LPBL', 'member'),
    ('K2', 'BV-YDCT', 'member'), ('K3', 'BVKV-CN', 'chair'), ('K3', 'BVKV-TVT', 'vice_chair'),
    ('K3', 'BVKV-NC', 'member'), ('K3', 'BVKV-DD', 'member'), ('K3', 'BVKV-CM', 'member'),
    ('K3', 'TTYT-TB', 'member'), ('K3', 'TTYT-UM', 'member'), ('K3', 'TTYT-PT', 'member'),
    ('K3', 'TTYT-NH', 'member'), ('K3', 'TTYT-BL', 'member'), ('K3', 'TTYT-HD', 'member'),
    ('K3', 'TTYT-VL', 'member'), ('K3', 'TTYT-GR', 'member'), ('K3', 'TTYT-PL', 'member'),
    ('K3', 'TTYT-HB', 'member'), ('K3', 'TTYT-DH', 'member'), ('K4', 'TTYT-CM', 'chair'),
    ('K4', 'TTYT-CN', 'vice_chair'), ('K4', 'TTYT-TVT', 'member'), ('K4', 'TTYT-DD', 'member'),
    ('K4', 'TTYT-NC', 'member')) m
      JOIN block b ON b.code = m.block JOIN unit u ON u.code = m.unit JOIN seq_2021_to_{year} y;

INSERT INTO council (unit_id, kind, name, decision_no, founded_on, until, members)
    SELECT id, 'tdkt', 'Hội đồng Thi đua - Khen thưởng ngành Y tế', '215/QĐ-SYT', '2025-07-15', NULL, 13
      FROM unit u WHERE code = 'SYT' AND NOT EXISTS (SELECT 1 FROM council c WHERE c.unit_id = u.id);

-- The law's catalogue does not say when offices are closed. Days of 2027 and 24/11 are not yet decided (law DL-5).
INSERT IGNORE INTO holiday (day, name) VALUES
    ('2025-01-01', 'Tết Dương lịch'), ('2025-01-27', 'Tết Âm lịch'), ('2025-01-28', 'Tết Âm lịch'),
    ('2025-01-29', 'Tết Âm lịch'), ('2025-01-30', 'Tết Âm lịch'), ('2025-01-31', 'Tết Âm lịch'),
    ('2025-04-07', 'Giỗ Tổ Hùng Vương'), ('2025-04-30', 'Ngày Chiến thắng'), ('2025-05-01', 'Ngày Quốc tế lao động'),
    ('2025-09-01', 'Quốc khánh'), ('2025-09-02', 'Quốc khánh'), ('2026-01-01', 'Tết Dương lịch'),
    ('2026-02-16', 'Tết Âm lịch'), ('2026-02-17', 'Tết Âm lịch'), ('2026-02-18', 'Tết Âm lịch'),
    ('2026-02-19', 'Tết Âm lịch'), ('2026-02-20', 'Tết Âm lịch'), ('2026-04-27', 'Nghỉ bù Giỗ Tổ Hùng Vương'),
    ('2026-04-30', 'Ngày Chiến thắng'), ('2026-05-01', 'Ngày Quốc tế lao động'), ('2026-09-01', 'Quốc khánh'),
    ('2026-09-02', 'Quốc khánh'), ('2026-11-24', 'Ngày Văn hóa Việt Nam (chưa kiểm chứng)'), ('2027-01-01', 'Tết Dương lịch'),
    ('2027-02-05', 'Tết Âm lịch (dự kiến)'), ('2027-02-08', 'Tết Âm lịch (dự kiến)'), ('2027-02-09', 'Tết Âm lịch (dự kiến)'),
    ('2027-02-10', 'Tết Âm lịch (dự kiến)'), ('2027-02-11', 'Tết Âm lịch (dự kiến)'), ('2027-04-16', 'Giỗ Tổ Hùng Vương'),
    ('2027-04-30', 'Ngày Chiến thắng'), ('2027-05-03', 'Nghỉ bù Ngày Quốc tế lao động'), ('2027-09-02', 'Quốc khánh'),
    ('2027-09-03', 'Quốc khánh'), ('2027-11-24', 'Ngày Văn hóa Việt Nam (chưa kiểm chứng)');

UPDATE campaign SET responsible_unit_id = (SELECT id FROM unit WHERE code = CASE responsible
    WHEN 'Phòng Kế hoạch - Tài chính' THEN 'SYT-KHTC' WHEN 'Phòng Nghiệp vụ' THEN 'SYT-NV'
    WHEN 'Phòng Tổ chức cán bộ' THEN 'SYT-TCCB' WHEN 'Trung tâm Kiểm soát bệnh tật' THEN 'TT-KSBT'
    WHEN 'Văn phòng Sở' THEN 'SYT-VP' WHEN 'Văn phòng Sở (thường trực Hội đồng)' THEN 'SYT-VP' END)
 WHERE responsible_unit_id IS NULL;
UPDATE campaign SET theme = 'Đoàn kết, dân chủ, kỷ cương, sáng tạo thi đua hoàn thành vượt mức các chỉ tiêu năm {year}'
 WHERE code = 'PD-{year}';
INSERT IGNORE INTO campaign_round (campaign_id, n, name, date_from, date_to)
    SELECT id, 1, 'Đợt 1', '{year}-01-01', '{year}-06-30' FROM campaign WHERE code = 'PD-{year}' UNION ALL
    SELECT id, 2, 'Đợt 2', '{year}-07-01', '{year}-12-31' FROM campaign WHERE code = 'PD-{year}';
INSERT IGNORE INTO campaign_target (campaign_id, n, name, comparison, value, measure)
    SELECT c.id, t.* FROM campaign c JOIN (SELECT 0 AS n, '' AS name, '' AS comparison, 0.0 AS value, '' AS measure UNION ALL VALUES
    (1, '2.2. Đơn vị thực hiện tốt phong trào đổi mới phong cách thái độ phục vụ', '>=', 100, '% đơn vị'),
    (2, '2.2. Tỉ lệ hài lòng của người dân đối với dịch vụ y tế công', '>', 90, '%'),
    (3, '2.2. Điều dưỡng - Hộ sinh thực hiện tốt chuẩn đạo đức nghề nghiệp', '>=', 100, '%'),
    (4, '2.2. Đơn vị ban hành Kế hoạch cải cách hành chính', '>=', 100, '% đơn vị'),
    (5, '2.2. Đơn vị đạt loại tốt trong cải cách hành chính và Đề án 3713', '>=', 30, '% đơn vị'),
    (6, '2.3. Bệnh viện đạt mức chất lượng 2.80 trở lên', '>=', 100, '% bệnh viện'),
    (7, '2.3. Bệnh viện đạt trên mức 3.00', '>=', 16, 'bệnh viện'),
    (8, '2.3. Bệnh viện đạt trên mức 3.50', '>=', 5, 'bệnh viện'),
    (9, '2.3. Đề tài nghiên cứu khoa học cấp tỉnh toàn Ngành', '>=', 1, 'đề tài'),
    (10, '2.3. Sáng kiến cấp tỉnh toàn Ngành', '>=', 5, 'sáng kiến'),
    (11, '2.4. Cán bộ không hút thuốc lá trong cơ quan công sở', '>=', 100, '%'),
    (12, '2.4. Cặp vợ chồng trong độ tuổi sinh đẻ ký kết thực hiện chính sách dân số', '>', 90, '%'),
    (13, '2.4. Giảm tỷ suất sinh thô', '>=', 0.2, '‰'),
    (14, '2.4. Giảm tỷ lệ sinh trên 2 con', '>', 1, '%'),
    (15, '2.4. Giảm tỷ số giới tính khi sinh', '>=', 0.3, 'điểm %'),
    (16, '2.6. Trạm y tế đủ điều kiện khám chữa bệnh bảo hiểm y tế', '>=', 100, '%'),
    (17, '2.6. Gói dịch vụ y tế cơ bản triển khai tại tuyến xã', '>', 90, '%'),
    (18, '2.6. Trạm y tế thực hiện xanh - sạch - đẹp - an toàn', '>=', 100, '%'),
    (19, '2.6. Xã phường thị trấn đạt Tiêu chí Quốc gia về y tế xã', '>', 90, '%'),
    (20, '2.6. Người dân được lập hồ sơ sức khỏe điện tử', '>=', 95, '%')) t
     WHERE c.code = 'PD-{year}' AND t.n > 0;

-- Which of those rewarded by merit were leaders, nobody wrote down; the import takes the position of today.
UPDATE award SET leader = NULL WHERE source = 'import' AND kind = 'person' AND method = 'cong_trang';

INSERT INTO role_grant (person_id, ldap_group, role, unit_id, valid_from)
    SELECT p.id, NULL, s.role, u.id, '2025-07-01'
      FROM sample_role s JOIN person p ON p.staff_no = s.staff_no JOIN unit u ON u.code = s.code
     WHERE NOT EXISTS (SELECT 1 FROM role_grant g WHERE g.person_id = p.id AND g.role = s.role AND g.unit_id = u.id)
    UNION ALL
    SELECT NULL, s.ldap_group, s.role, u.id, '2025-07-01'
      FROM sample_role s JOIN unit u ON u.code = s.code
     WHERE s.ldap_group IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM role_grant g WHERE g.ldap_group = s.ldap_group AND g.role = s.role AND g.unit_id = u.id);
COMMIT;
