-- name: file_list
-- Every stored file, a thousand at a time, for whoever compares them with the folder: the admin command, never a page.
-- in: after int
-- out: id int, digest text, size int
-- first: a part; file_compare goes on after its last row.
SELECT id, digest, size FROM file WHERE id > ? ORDER BY id LIMIT 1000;
