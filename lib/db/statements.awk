# Makes the closed list of statements out of sql/query/*.sql:
#   awk -v make=header -f statements.awk FILES > statements.h
#   awk -v make=source -f statements.awk FILES > statements.c
#
# A statement stands as
#   -- name: nomination_get
#   -- What it is for in one line.
#   -- in: id int, scope text          (or: none)
#   -- out: id int, title text         (or: none)
#   --     due_on date                 (two spaces or more: the list goes on)
#   -- first: why its LIMIT may leave rows out
#   SELECT ... ;
# A LIMIT without a "first:" line only says how much memory an answer may take: an answer that fills it is refused by db_query,
# so nothing is cut in silence. LIMIT 1 picks one, LIMIT 2 tells one from several: they need no reason.
# Anything else stops the build and says where.

BEGIN {
    split("int text date time bool", words, " ")
    for (i in words)
        known[words[i]] = 1
    c_type["int"] = "DB_INT"; c_type["text"] = "DB_TEXT"; c_type["date"] = "DB_DATE"
    c_type["time"] = "DB_TIME"; c_type["bool"] = "DB_BOOL"
    count = 0
    state = "between" # between, header, body
}

function stop(what) {
    printf "%s:%d: %s\n", FILENAME, FNR, what > "/dev/stderr"
    failed = 1
    exit 1
}

function trim(s) {
    gsub(/^[ \t]+|[ \t]+$/, "", s)
    return s
}

# Takes comments off one line of SQL and counts the parameters in it; quotes may span lines.
function scan(line,    i, c, out) {
    out = ""
    for (i = 1; i <= length(line); i++) {
        c = substr(line, i, 1)
        if (quote != "") {
            if (c == "\\" && quote != "`") {
                out = out c
                c = substr(line, ++i, 1)
            } else if (c == quote)
                quote = ""
        } else if (c == "'" || c == "\"" || c == "`")
            quote = c
        else if (c == "#" || substr(line, i, 2) == "/*")
            stop("comments are written with --")
        else if (substr(line, i, 2) == "--")
            break
        else if (c == "?")
            marks++
        else if (c == ";")
            ended++
        out = out c
    }
    sub(/[ \t]+$/, "", out)
    return out
}

# A list of "name type" into types[statement, side, n] and names[...]; answers how many.
function read_list(text, side,    part, n, i, word, seen) {
    if (text == "none")
        return 0
    n = split(text, part, ",")
    for (i = 1; i <= n; i++) {
        if (split(trim(part[i]), word, /[ \t]+/) != 2)
            stop(name[count] ": \"" trim(part[i]) "\" in " side " is not a name and a type")
        if (word[1] !~ /^[a-z][a-z0-9_]*$/)
            stop(name[count] ": \"" word[1] "\" is not a name")
        if (!(word[2] in known))
            stop(name[count] ": unknown type \"" word[2] "\" of " word[1])
        if (side == "out" && (word[1] in seen))
            stop(name[count] ": column " word[1] " twice")
        seen[word[1]] = 1
        names[count, side, i] = word[1]
        types[count, side, i] = word[2]
    }
    return n
}

function end_header() {
    if (about[count] == "")
        stop(name[count] ": says nowhere what it is for")
    if (list["in"] == "")
        stop(name[count] ": no \"-- in:\" line (\"-- in: none\" when it has no parameters)")
    if (list["out"] == "")
        stop(name[count] ": no \"-- out:\" line (\"-- out: none\" when it answers no rows)")
    ins[count] = read_list(list["in"], "in")
    outs[count] = read_list(list["out"], "out")
    state = "body"
    marks = 0; ended = 0; quote = ""; lines[count] = 0
}

# The LIMIT at a statement's end: how many rows it answers at most.
function read_limit(text,    words, n) {
    n = split(text, words, /[ \t,]+/)
    if (n < 2 || text !~ /LIMIT [0-9?]+(, *[0-9?]+)?$/) {
        if (first[count] != "")
            stop(name[count] ": \"first:\" without a LIMIT at its end")
        return 0
    }
    if (words[n] == "1" || words[n] == "2")
        return 0
    if (words[n] == "?" || outs[count] == 0) {
        if (first[count] == "")
            stop(name[count] ": says nowhere why its LIMIT may leave rows out (\"-- first:\")")
        return 0
    }
    return first[count] == "" ? words[n] : 0
}

function end_body() {
    if (quote != "")
        stop(name[count] ": a quote is left open")
    if (marks != ins[count])
        stop(name[count] ": " marks " parameters in the statement, " ins[count] " in its \"in:\" line")
    limit[count] = read_limit(text[count, lines[count]])
    state = "between"
}

FNR == 1 && state != "between" { stop("the file before this one ends inside " name[count]) }

/\r/ { stop("line ends with a carriage return") }

state == "between" && /^[ \t]*$/ { next }

/^-- name:/ {
    if (state != "between")
        stop(name[count] " is not ended by ;")
    count++
    name[count] = trim(substr($0, 9))
    if (name[count] !~ /^[a-z][a-z0-9_]*$/)
        stop("\"" name[count] "\" is not a name")
    if (name[count] in where)
        stop(name[count] " is already in " where[name[count]])
    where[name[count]] = FILENAME ":" FNR
    from[count] = FILENAME
    sub(/^.*\//, "", from[count])
    about[count] = ""; list["in"] = ""; list["out"] = ""; open = ""; first[count] = ""; limit[count] = 0
    state = "header"
    next
}

# The file's own remarks, before its first statement or between two.
state == "between" && /^--/ { next }
state == "between" { stop("text outside a statement: every statement begins with \"-- name:\"") }

state == "header" && /^-- (in|out):/ {
    open = $0 ~ /^-- in:/ ? "in" : "out"
    if (list[open] != "")
        stop(name[count] ": two " open " lines")
    list[open] = trim(substr($0, open == "in" ? 7 : 8))
    if (list[open] == "")
        stop(name[count] ": an empty list is written \"none\"")
    next
}
state == "header" && /^-- first:/ {
    first[count] = trim(substr($0, 10))
    open = ""
    if (first[count] == "")
        stop(name[count] ": \"first:\" gives no reason")
    next
}
state == "header" && /^--  / && open != "" {
    list[open] = list[open] (list[open] ~ /,$/ ? " " : ", ") trim(substr($0, 3))
    next
}
state == "header" && /^--/ {
    if (about[count] == "")
        about[count] = trim(substr($0, 3))
    next
}
state == "header" { end_header() }

state == "body" {
    line = scan($0)
    if (line == "")
        next
    if (ended) {
        if (ended > 1 || line !~ /;$/)
            stop(name[count] ": text after ;")
        sub(/[ \t]*;$/, "", line)
    }
    if (line != "")
        text[count, ++lines[count]] = line
    if (ended)
        end_body()
}

# By character: versions of awk differ in what backslashes mean to gsub.
function c_string(s,    i, c, out) {
    out = ""
    for (i = 1; i <= length(s); i++) {
        c = substr(s, i, 1)
        out = out (c == "\\" || c == "\"" ? "\\" c : c)
    }
    return "\"" out "\""
}

function column(k, i) {
    return toupper(name[k]) "_" toupper(names[k, "out", i])
}

function header(    k, i, c) {
    print "/* Made from sql/query by statements.awk. */"
    print "#ifndef TDKT_DB_STATEMENTS_H\n#define TDKT_DB_STATEMENTS_H\n"
    print "enum db_stmt {"
    for (k = 1; k <= count; k++)
        printf "    Q_%s%s, /* %s */\n", toupper(name[k]), k == 1 ? " = 1" : "", about[k]
    print "    DB_STMT_COUNT\n};\n"
    for (k = 1; k <= count; k++) {
        most_ins = ins[k] > most_ins ? ins[k] : most_ins
        most_outs = outs[k] > most_outs ? outs[k] : most_outs
    }
    print "/* The most of any statement. */"
    printf "#define DB_PARAMS_MAX %d\n#define DB_COLUMNS_MAX %d\n\n", most_ins + 1, most_outs + 1
    print "/* Columns, in order. */"
    for (k = 1; k <= count; k++) {
        if (outs[k] == 0)
            continue
        print "enum {"
        for (i = 1; i <= outs[k]; i++) {
            c = column(k, i)
            if (c in taken) {
                printf "%s: column %s has the same constant as one of %s\n", from[k], c, taken[c] > "/dev/stderr"
                failed = 1
                exit 1
            }
            taken[c] = name[k]
            printf "    %s%s\n", c, i < outs[k] ? "," : ""
        }
        print "};"
    }
    print "\n#endif"
}

function columns(k, side, n,    i, shown) {
    if (n == 0)
        return
    printf "static const struct db_column %s_%s[] = {\n", side, name[k]
    for (i = 1; i <= n; i++) {
        shown = names[k, side, i]
        gsub(/_/, "-", shown)
        printf "    {\"%s\", \"%s\", %s},\n", names[k, side, i], shown, c_type[types[k, side, i]]
    }
    print "};"
}

function source(    k, i) {
    print "/* Made from sql/query by statements.awk. */"
    print "#include \"lib/db/statement.h\"\n"
    for (k = 1; k <= count; k++) {
        columns(k, "in", ins[k])
        columns(k, "out", outs[k])
    }
    print "\nconst struct db_statement db_statements[DB_STMT_COUNT] = {"
    for (k = 1; k <= count; k++) {
        printf "    [Q_%s] = {\n        .name = \"%s\",\n        .sql =\n", toupper(name[k]), name[k]
        for (i = 1; i <= lines[k]; i++)
            printf "            %s%s\n", c_string(text[k, i] (i < lines[k] ? " " : "")), i < lines[k] ? "" : ","
        if (ins[k] > 0)
            printf "        .in = in_%s, .ins = %d,\n", name[k], ins[k]
        if (outs[k] > 0)
            printf "        .out = out_%s, .outs = %d,\n", name[k], outs[k]
        if (limit[k] > 0)
            printf "        .limit = %d,\n", limit[k]
        print "    },"
    }
    print "};"
}

END {
    if (failed)
        exit 1
    if (state != "between")
        stop(name[count] " is not ended by ;")
    if (count == 0)
        stop("no statements")
    if (make == "header")
        header()
    else
        source()
}
