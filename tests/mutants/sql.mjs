// Small defects in a file of named statements: a condition that no longer narrows, a comparison one off, columns of one type exchanged.
// Parameters stay, so that the statement is called as before. Order and limits are left alone.

const token = /(?<blank>\s+|--[^\n]*)|(?<text>'(?:''|\\.|[^'\\])*')|(?<name>[A-Za-z_][\w.]*)|(?<number>\d+)|(?<op><=>|<=|>=|<>|!=|[^])/y;
const ENDS = new Set(['AND', 'OR', 'GROUP', 'ORDER', 'LIMIT', 'HAVING', 'FOR', 'UNION', 'JOIN', 'LEFT', 'INNER', 'CROSS', 'WHERE', 'SET', 'ON', 'THEN',
    'WHEN', 'ELSE', 'END', 'AS', ';', ')', ',']);
const OTHER = {'<': '<=', '<=': '<', '>': '>=', '>=': '>', '<>': '='};

function tokens(text, from, to) {
    const found = [];
    token.lastIndex = from;
    for (let m; token.lastIndex < to && (m = token.exec(text));) {
        const [kind] = Object.entries(m.groups).find(([, value]) => value !== undefined);
        if (kind !== 'blank') found.push({kind, s: kind === 'name' ? m[0].toUpperCase() : m[0], at: m.index, end: m.index + m[0].length});
    }
    return found;
}

// The types of a comment line "-- in: id int, scope text", which may go on in the next lines.
function types(head, word) {
    const [, list] = new RegExp(`^-- ${word}: ((?:[^\\n]|\\n--  )*)`, 'm').exec(head) ?? [];
    return !list || list === 'none' ? [] : list.replace(/\n--/g, ' ').split(',').map((one) => one.trim().split(/\s+/)[1]);
}

class Statement {
    constructor(text, at, end) {
        this.text = text;
        this.list = tokens(text, at, end);
        const head = text.slice(at, this.list[0]?.at ?? at);
        this.in = types(head, 'in');
        this.out = types(head, 'out');
        this.found = [];
    }

    s(i) {
        return this.list[i]?.s;
    }

    put(from, to, text, what) {
        this.found.push({at: this.list[from].at, end: this.list[to].end, to: text, what});
    }

    source([from, to]) {
        return this.text.slice(this.list[from].at, this.list[to].end);
    }

    // Past what opens at i, if something does.
    past(i) {
        if (this.s(i) !== '(') return i + 1;
        let depth = 0;
        for (; i < this.list.length; i++) {
            if (this.s(i) === '(') depth++;
            if (this.s(i) === ')' && --depth === 0) return i + 1;
        }
        return i;
    }

    // Parts between commas from i on, up to a word that ends the list.
    parts(i, ends) {
        const found = [];
        for (let from = i; i < this.list.length; i = this.past(i)) {
            if (this.s(i) !== ',' && !ends.has(this.s(i))) continue;
            found.push([from, i - 1]);
            if (ends.has(this.s(i))) break;
            from = i + 1;
        }
        return found;
    }

    condition(i) {
        if (this.s(i) === 'AND' && this.between) {
            this.between = false;
            return;
        }
        let end = i + 1, between = false;
        while (end < this.list.length && (between || !ENDS.has(this.s(end)))) {
            if (this.s(end) === 'BETWEEN') between = true;
            else if (this.s(end) === 'AND') between = false;
            end = this.past(end);
        }
        const part = [i + 1, end - 1];
        if (end - 1 > i) this.put(...part, `(${this.source(part)} OR TRUE)`, 'condition narrows nothing');
    }

    comparison(i) {
        const other = OTHER[this.s(i)];
        if (other) this.put(i, i, other, `${this.s(i)} became ${other}`);
        if (this.s(i) === '=' && this.list[i + 1]?.kind === 'text' && this.narrowing) this.put(i, i, '<>', '= became <>');
        if (this.s(i) === 'IS' && this.s(i - 1) !== '?') {
            const not = this.s(i + 1) === 'NOT';
            if (this.s(i + (not ? 2 : 1)) === 'NULL') this.put(i, i + (not ? 1 : 0), not ? 'IS' : 'IS NOT', 'IS NULL turned round');
        }
    }

    swap(parts, of, what) {
        for (let i = 0; i + 1 < parts.length; i++) {
            const [first, second] = [this.source(parts[i]), this.source(parts[i + 1])];
            if (of[i] === undefined || of[i] !== of[i + 1] || first === second) continue;
            const between = this.text.slice(this.list[parts[i][1]].end, this.list[parts[i + 1][0]].at);
            this.put(parts[i][0], parts[i + 1][1], `${second}${between}${first}`, what);
        }
    }

    // Which type each part takes: its parameters' one, when it is a single parameter.
    taken(parts) {
        let n = 0;
        return parts.map(([from, to]) => {
            const marks = this.list.slice(from, to + 1).filter(({s}) => s === '?').length;
            n += marks;
            return marks === 1 ? this.in[n - 1] : undefined;
        });
    }

    exchanges() {
        if (this.s(0) === 'SELECT') {
            const from = this.s(1) === 'DISTINCT' ? 2 : 1;
            const parts = this.parts(from, new Set(['FROM', ';']));
            if (parts.length === this.out.length) this.swap(parts, this.out, 'two columns exchanged');
        }
        const values = this.list.findIndex(({s}) => s === 'VALUES');
        const open = this.list.findIndex(({s}) => s === '(');
        if (this.s(0) === 'INSERT' && values > 0 && open < values)
            this.swap(this.parts(open + 1, new Set([')'])), this.taken(this.parts(values + 2, new Set([')']))), 'two columns exchanged');
        const set = this.list.findIndex(({s}) => s === 'SET');
        if (this.s(0) === 'UPDATE' && set > 0) {
            const parts = this.parts(set + 1, new Set(['WHERE', ';']));
            const plain = parts.map(([from, to], i) => (to === from + 2 ? this.taken(parts)[i] : undefined));
            this.swap(parts.map(([from]) => [from, from]), plain, 'two columns exchanged');
        }
    }

    read() {
        this.exchanges();
        let limit = false;
        this.list.forEach(({kind, s}, i) => {
            if (s === 'WHERE' || s === 'HAVING' || s === 'ON') this.narrowing = true;
            if (s === 'SET' || s === 'SELECT' || s === 'LIMIT') this.narrowing = false;
            if (s === 'LIMIT') limit = true;
            if (s === 'BETWEEN') this.between = true;
            if (s === 'WHERE' || s === 'AND' || s === 'HAVING') this.condition(i);
            this.comparison(i);
            if (kind === 'number' && !limit) this.put(i, i, String(Number(s) + 1), `${s} became ${Number(s) + 1}`);
        });
        return this.found;
    }
}

export function ofSql(text) {
    const starts = [...text.matchAll(/^-- name: /gm)].map((m) => m.index);
    return starts.flatMap((at, i) => new Statement(text, at, starts[i + 1] ?? text.length).read());
}
