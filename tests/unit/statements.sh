#!/bin/sh
# The maker of statements stops the build at everything that is not a statement.
top=${top_srcdir:-.}
awk=${AWK:-awk}
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
n=0

check() { # what, pattern expected in the message ("" = accepted), file on standard input
    n=$((n + 1))
    cat > "$work/q.sql"
    if "$awk" -v make=header -f "$top/lib/db/statements.awk" "$work/q.sql" > "$work/out" 2> "$work/err"; then
        said=
        [ -z "$2" ] && { echo "ok $n - $1"; return; }
    else
        said=$(cat "$work/err")
        [ -n "$2" ] && case $said in *"$2"*) echo "ok $n - $1"; return;; esac
    fi
    echo "not ok $n - $1"
    echo "# expected '$2', got '$said'"
}

check "a whole statement" "" <<'END'
-- Remarks of the file.

-- name: unit_get
-- One unit.
-- in: id int
-- out: id int, code text,
--     valid_from date
SELECT id, code, valid_from -- the question mark here does not count: ?
  FROM unit WHERE id = ? AND code <> 'a?;b';
END
check "a LIMIT that says how much an answer may hold" "" <<'END'
-- name: a
-- A.
-- in: none
-- out: id int
SELECT id FROM t ORDER BY id LIMIT 500;
END
check "a LIMIT that leaves rows out, with the reason" "" <<'END'
-- name: a
-- A.
-- in: skip int, part int
-- out: id int
-- first: a part; its page says which.
SELECT id FROM t ORDER BY id LIMIT ?, ?;
END
check "rows left out without a reason" 'why its LIMIT may leave rows out' <<'END'
-- name: a
-- A.
-- in: part int
-- out: id int
SELECT id FROM t ORDER BY id LIMIT ?;
END
check "a sweep without a reason" 'why its LIMIT may leave rows out' <<'END'
-- name: a
-- A.
-- in: none
-- out: none
DELETE FROM t LIMIT 200;
END
check "a reason that is empty" 'gives no reason' <<'END'
-- name: a
-- A.
-- in: none
-- out: id int
-- first:
SELECT id FROM t LIMIT 50;
END
check "a reason without a LIMIT" 'without a LIMIT' <<'END'
-- name: a
-- A.
-- in: none
-- out: id int
-- first: a page.
SELECT id FROM t;
END
check "a name twice" "is already in" <<'END'
-- name: a
-- A.
-- in: none
-- out: none
DELETE FROM t;
-- name: a
-- A.
-- in: none
-- out: none
DELETE FROM t;
END
check "no in line" 'no "-- in:" line' <<'END'
-- name: a
-- A.
-- out: none
DELETE FROM t;
END
check "no out line" 'no "-- out:" line' <<'END'
-- name: a
-- A.
-- in: none
DELETE FROM t;
END
check "an empty list" 'is written "none"' <<'END'
-- name: a
-- A.
-- in:
-- out: none
DELETE FROM t;
END
check "too few parameters" '2 parameters in the statement, 1' <<'END'
-- name: a
-- A.
-- in: id int
-- out: none
DELETE FROM t WHERE id = ? AND n = ?;
END
check "an unknown type" 'unknown type "number"' <<'END'
-- name: a
-- A.
-- in: id number
-- out: none
DELETE FROM t WHERE id = ?;
END
check "a column twice" 'column id twice' <<'END'
-- name: a
-- A.
-- in: none
-- out: id int, id int
SELECT id, id FROM t;
END
check "no end" 'not ended by ;' <<'END'
-- name: a
-- A.
-- in: none
-- out: none
DELETE FROM t
END
check "two statements under one name" 'text after ;' <<'END'
-- name: a
-- A.
-- in: none
-- out: none
DELETE FROM t; DELETE FROM u;
END
check "text before the first name" 'every statement begins' <<'END'
DELETE FROM t;
END
check "an open quote" 'is not ended' <<'END'
-- name: a
-- A.
-- in: none
-- out: none
DELETE FROM t WHERE a = 'x;
END
check "nowhere said what for" 'what it is for' <<'END'
-- name: a
-- in: none
-- out: none
DELETE FROM t;
END
check "two columns with one constant" 'the same constant' <<'END'
-- name: unit_get
-- A.
-- in: none
-- out: name_x text
SELECT name_x FROM t;
-- name: unit_get_name
-- A.
-- in: none
-- out: x text
SELECT x FROM t;
END
echo "1..$n"
