# A sheet, in which every branch says that it is taken:   awk -v sheet=NAME -f branches.awk NAME
# A token ends with ">"; attributes write it as &gt;, so only comments hold others. -v list=1: only the names of the branches, one a line.
BEGIN { RS = ">"; line = 1; }
{
    token = $0
    if (!comment && (at = index(token, "<!--")) > 0) comment = 1
    if (comment && token ~ /--$/) comment = 0
    else if (!comment && held && token !~ /^[ \t\n]*<xsl:message[^<]*terminate="yes"/) say(held)
    # What follows is known with the next token: what only refuses is tried elsewhere.
    if (!comment) {
        held = ""
        if (match(token, /<xsl:(if|when|otherwise)([ \t\n][^<]*)?$/) && token !~ /\/$/) {
            tag = substr(token, RSTART)
            gsub(/[ \t\n]+/, " ", tag)
            held = sheet ":" line + newlines(substr(token, 1, RSTART)) " " substr(tag, 2)
        }
    }
    line += newlines(token)
    if (!list && NR > 1) printf ">"
    if (!list) printf "%s%s", mark, token
    mark = ""
}
function newlines(text,    n) { return gsub(/\n/, "", text) }
function say(name,    text) {
    if (list) { print name; return }
    text = name
    gsub(/&/, "\\&amp;", text)
    mark = "<xsl:message>BRANCH " text "</xsl:message>"
}
