# The fields of a line of CSV in which no field holds a quotation mark itself.
function fields(line, to, n, i, parts, part, text) {
    n = split(line, parts, "\"")
    text = ""
    for (i = 1; i <= n; i++) {
        part = parts[i]
        if (i % 2 == 1)
            gsub(/,/, "\t", part)
        text = text part
    }
    return split(text, to, "\t")
}
