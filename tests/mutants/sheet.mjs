// Small defects in a sheet: a test that always or never holds, a comparison one off, two values of a kind exchanged, a part left out.

const OTHER = [[/ = /g, ' != '], [/ != /g, ' = '], [/&lt;=/g, '&lt;'], [/&lt;(?!=)/g, '&lt;='], [/&gt;=/g, '&gt;'], [/&gt;(?!=)/g, '&gt;='],
    [/ and /g, ' or '], [/ or /g, ' and ']];

const comments = (text) => [...text.matchAll(/<!--[^]*?-->/g)].map((m) => [m.index, m.index + m[0].length]);

function tests(text, put) {
    for (const m of text.matchAll(/<xsl:(if|when) test="([^"]*)"/g)) {
        const at = m.index + m[0].length - 1 - m[2].length;
        put(at, at + m[2].length, 'false()', 'condition never holds');
        put(at, at + m[2].length, 'true()', 'condition always holds');
    }
}

// Comparisons, numbers and words in whatever is computed.
function expressions(text, put) {
    for (const m of text.matchAll(/ (?:test|select)="([^"]*)"/g)) {
        const at = m.index + m[0].length - 1 - m[1].length;
        for (const [pattern, to] of OTHER)
            for (const one of m[1].matchAll(pattern))
                put(at + one.index, at + one.index + one[0].length, to, `${one[0].trim()} became ${to.trim()}`);
        for (const one of m[1].matchAll(/(?<=[=;+*-] ?|, )\d+\b(?!')/g))
            put(at + one.index, at + one.index + one[0].length, String(Number(one[0]) + 1), `${one[0]} became ${Number(one[0]) + 1}`);
    }
}

// Two neighbours of the same form: <xsl:value-of select="A"/> ... <xsl:value-of select="B"/> with no template's end between them.
function neighbours(text, put) {
    const found = [...text.matchAll(/<xsl:(value-of|with-param name="[^"]*"|apply-templates) select="([^"]*)"\/>|<\/xsl:template>/g)];
    for (let i = 0; i + 1 < found.length; i++) {
        const [a, b] = [found[i], found[i + 1]];
        const kind = (one) => one[1]?.split(' ')[0];
        if (!a[1] || kind(a) !== kind(b) || a[2] === b[2]) continue;
        const from = a.index + a[0].length - 3 - a[2].length, to = b.index + b[0].length - 3;
        const between = text.slice(from + a[2].length, to - b[2].length);
        put(from, to, `${b[2]}${between}${a[2]}`, 'two values exchanged');
    }
}

function dropped(text, put) {
    const parts = /<xsl:(call-template|apply-templates|value-of|attribute|copy-of)\b[^>]*(?:\/>|(?<!\/)>[^]*?<\/xsl:\1>)/g;
    for (const m of text.matchAll(parts)) put(m.index, m.index + m[0].length, '', `${m[1]} dropped`);
    for (const m of text.matchAll(/ ([a-z-]+)="[^"]*\{[^"]*\}[^"]*"/g))
        if (!['test', 'select', 'match', 'name', 'use'].includes(m[1])) put(m.index, m.index + m[0].length, '', `${m[1]} dropped`);
}

export function ofSheet(text) {
    const found = [];
    const hidden = comments(text);
    const put = (at, end, to, what) => {
        if (!hidden.some(([from, until]) => at >= from && at < until)) found.push({at, end, to, what});
    };
    for (const look of [tests, expressions, neighbours, dropped]) look(text, put);
    return found;
}
