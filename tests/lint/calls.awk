# What stands in one argument of a call, however the call is broken over lines:
#   awk -f calls.awk -v want="err_set:3 form_error:3" FILES
# prints for every piece of text in that argument: function, text, file, and what its second argument says.

function place(name,    i, pair) {
    for (i = split(want, pair, " "); i > 0; i--)
        if (index(pair[i], name ":") == 1)
            return substr(pair[i], length(name) + 2) + 0
}

# Arguments of the call whose bracket has just been opened, into arg[].
function split_call(text,    i, c, depth, quoted, n) {
    depth = n = 1
    split("", arg)
    for (i = 1; i <= length(text) && depth > 0; i++) {
        c = substr(text, i, 1)
        if (quoted && c == "\\") { arg[n] = arg[n] c; c = substr(text, ++i, 1) }
        else if (c == "\"") quoted = !quoted
        else if (!quoted && (c == "(" || c == "{")) depth++
        else if (!quoted && (c == ")" || c == "}")) depth--
        else if (!quoted && c == "," && depth == 1) { n++; continue }
        if (depth > 0) arg[n] = arg[n] c
    }
}

function report(file, text,    name, rest, piece, second) {
    gsub(/\/\*([^*]|\*+[^*\/])*\*+\//, "", text)
    while (match(text, /[a-z_0-9]+\(/)) {
        name = substr(text, RSTART, RLENGTH - 1)
        text = substr(text, RSTART + RLENGTH)
        if (!place(name))
            continue
        split_call(substr(text, 1, 2000))
        rest = arg[place(name)]
        second = arg[2]
        gsub(/[ \t\n]+/, " ", second)
        sub(/^ /, "", second)
        while (match(rest, /"([^"\\]|\\.)*"/)) {
            piece = substr(rest, RSTART + 1, RLENGTH - 2)
            rest = substr(rest, RSTART + RLENGTH)
            if (piece != "")
                print name "\t" piece "\t" file "\t" second
        }
    }
}

FNR == 1 { if (file != "") report(file, whole); file = FILENAME; whole = "" }
{ whole = whole $0 "\n" }
END { if (file != "") report(file, whole) }
