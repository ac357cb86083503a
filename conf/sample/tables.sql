CREATE TEMPORARY TABLE sample_rating (staff_no VARCHAR(32), year SMALLINT, value VARCHAR(8)) CHARSET utf8mb4 COLLATE utf8mb4_bin;
CREATE TEMPORARY TABLE sample_headcount (code VARCHAR(32), year SMALLINT, total INT, women INT, party INT, leaders INT)
    CHARSET utf8mb4 COLLATE utf8mb4_bin;
CREATE TEMPORARY TABLE sample_role (staff_no VARCHAR(32), ldap_group VARCHAR(190), role VARCHAR(16), code VARCHAR(32))
    CHARSET utf8mb4 COLLATE utf8mb4_bin;
