-- The number book: what every number of a series went to. A run of numbers that share one fate is one row.

CREATE TABLE IF NOT EXISTS number_book (
    id           INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    series_id    INT UNSIGNED NOT NULL,
    first_no     INT UNSIGNED NOT NULL,
    last_no      INT UNSIGNED NOT NULL COMMENT 'first_no of a single number',
    used         VARCHAR(10) NOT NULL,
    document_id  INT UNSIGNED NULL COMMENT 'of an issued number',
    note         VARCHAR(300) NOT NULL DEFAULT '' COMMENT 'why it was passed over; of an issued number: why it had been reserved',
    person_id    INT UNSIGNED NULL COMMENT 'who entered it; NULL: before the book was kept',
    at           DATETIME NULL,
    UNIQUE KEY number_book_first (series_id, first_no),
    UNIQUE KEY number_book_document (document_id),
    CONSTRAINT number_book_series FOREIGN KEY (series_id) REFERENCES number_series (id),
    CONSTRAINT number_book_document_fk FOREIGN KEY (document_id) REFERENCES document (id),
    CONSTRAINT number_book_person FOREIGN KEY (person_id) REFERENCES person (id),
    CONSTRAINT number_book_used CHECK (used IN ('issued','void','reserved','elsewhere')),
    CONSTRAINT number_book_run CHECK (last_no >= first_no AND (used <> 'issued' OR last_no = first_no)),
    CONSTRAINT number_book_issued CHECK ((used = 'issued') = (document_id IS NOT NULL)),
    CONSTRAINT number_book_why CHECK (used = 'issued' OR note <> '')
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- 500 characters typed one recipient to a line are kept divided by "; ".
ALTER TABLE document MODIFY recipients VARCHAR(1000) NOT NULL DEFAULT '';

INSERT IGNORE INTO number_book (series_id, first_no, last_no, used, document_id)
    SELECT series_id, number, number, 'issued', id FROM document;
