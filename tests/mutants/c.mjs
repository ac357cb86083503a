// Small defects in C: what a tired programmer would write. Each is {at, end, to, what}: the text from at to end becomes `to`.
// Only bodies of functions are touched; not comments, texts, the preprocessor, declarations, the log, panics, or cleaning up.

const token = new RegExp([
    /(?<blank>\s+|\/\*[^]*?\*\/|\/\/[^\n]*)/, /(?<pre>(?<=^|\n)[ \t]*#(?:\\\n|[^\n])*)/, /(?<text>"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')/,
    /(?<name>[A-Za-z_]\w*)/, /(?<number>\d[\w.]*)/, /(?<op><<=|>>=|\.\.\.|->|\+\+|--|<<|>>|<=|>=|==|!=|&&|\|\||[-+*\/%&|^]=|[^])/,
].map((one) => one.source).join('|'), 'y');

// Nobody could see these missing; or they say what only a broken program would.
const UNSEEN = /^(log_\w+|panic|fatal\w*|free|close|fclose|closedir|\w+_free|\w+_close|\w+_wipe|va_\w+|perror|fflush|unlink|assert|alarm|umask)$/;
const OTHER = {'<': '<=', '<=': '<', '>': '>=', '>=': '>', '==': '!=', '!=': '==', '&&': '||', '||': '&&'};
const COUNTED = new Set(['<', '<=', '>', '>=', '==', '!=', '+', '-', '*', '/', '%']);

export function tokens(text) {
    const found = [];
    token.lastIndex = 0;
    for (let m; token.lastIndex < text.length && (m = token.exec(text));) {
        const [kind] = Object.entries(m.groups).find(([, value]) => value !== undefined);
        if (kind !== 'blank' && kind !== 'pre') found.push({kind, s: m[0], at: m.index, end: m.index + m[0].length});
    }
    return found;
}

// For every bracket the place of its partner.
function partners(list) {
    const open = [];
    const of = new Map();
    list.forEach(({kind, s}, i) => {
        if (kind !== 'op') return;
        if ('([{'.includes(s)) open.push(i);
        if (')]}'.includes(s)) {
            const from = open.pop();
            of.set(from, i);
            of.set(i, from);
        }
    });
    return of;
}

// [from, to] of the tokens of every function's body.
function bodies(list, partner) {
    const found = [];
    for (let i = 0; i < list.length; i++) {
        if (list[i].s !== '{' || list[i].kind !== 'op') continue;
        if (list[i - 1]?.s === ')') found.push([i, partner.get(i)]);
        i = partner.get(i) ?? list.length;
    }
    return found;
}

class Reader {
    constructor(text) {
        this.text = text;
        this.list = tokens(text);
        this.partner = partners(this.list);
        this.found = [];
    }

    s(i) {
        return this.list[i]?.s;
    }

    source(from, to) {
        return this.text.slice(this.list[from].at, this.list[to].end);
    }

    put(from, to, text, what) {
        this.found.push({at: this.list[from].at, end: this.list[to].end, to: text, what});
    }

    // The outcome of a call that went well guards every second line; to change that is either seen at once or never.
    aboutOutcome(from, to) {
        for (let i = from; i <= to; i++) if (this.s(i) === 'OUT_OK') return true;
        return false;
    }

    operator(i, loops) {
        const to = OTHER[this.s(i)];
        if (!to) return;
        if (this.s(i + 1) === 'OUT_OK' || this.aboutOutcome(i - 3, i - 1) || this.s(i + 1) === 'NULL') return;
        if ('<>'.includes(this.s(i)) && loops.some(([from, end]) => i > from && i < end)) return;
        if ('&&||'.includes(this.s(i)) && this.aboutOutcome(i, i + 4)) return;
        this.put(i, i, to, `${this.s(i)} became ${to}`);
    }

    constant(i) {
        if (!/^\d+$/.test(this.s(i)) || this.s(i - 1) === '[' || this.s(i + 1) === ']') return;
        if (this.s(i - 1) === '-' && !['name', 'number'].includes(this.list[i - 2]?.kind) && this.s(i - 2) !== ')') return;
        if (this.s(i + 1) === ')' && this.s(i + 2) === '*' && this.s(i + 3) === 'sizeof') return; // room for one more than there are
        if (!COUNTED.has(this.s(i - 1)) && !COUNTED.has(this.s(i + 1)) && this.s(i - 1) !== 'return') return;
        this.put(i, i, String(Number(this.s(i)) + 1), `${this.s(i)} became ${Number(this.s(i)) + 1}`);
    }

    condition(i) {
        const open = i + 1, close = this.partner.get(open);
        if (UNSEEN.test(this.s(close + 1)) || (this.s(close + 1) === '{' && UNSEEN.test(this.s(close + 2)))) {
            this.skip = Math.max(this.skip, close);
            return;
        }
        let from = open + 1;
        if (/^(==|!=)$/.test(this.s(from + 1)) && this.s(from + 2) === 'OUT_OK') {
            if (this.s(from + 3) !== '&&') return;
            from += 4;
        }
        const was = this.source(from, close - 1);
        this.put(from, close - 1, `(0 && (${was}))`, 'condition never holds');
        this.put(from, close - 1, `(1 || (${was}))`, 'condition always holds');
    }

    // f(A), f(B) in one list of arguments.
    exchange(i) {
        const close = this.partner.get(i + 1);
        const next = close + 2;
        if (this.s(close + 1) !== ',' || this.s(next) !== this.s(i) || this.s(next + 1) !== '(') return;
        const end = this.partner.get(next + 1);
        const [first, second] = [this.source(i, close), this.source(next, end)];
        if (first !== second && close > i + 2) this.put(i, end, `${second}, ${first}`, 'two arguments exchanged');
    }

    statement(i) {
        if (/^(if|for|while|switch|return|goto|case)$/.test(this.s(i))) return;
        let end = i;
        while (end < this.list.length && this.s(end) !== ';') {
            if (this.s(end) === '{') return;
            end = '(['.includes(this.s(end)) ? this.partner.get(end) + 1 : end + 1;
        }
        const call = this.s(i + 1) === '(' && this.partner.get(i + 1) === end - 1;
        let to = i + 1;
        while (['.', '->', '['].includes(this.s(to))) to = this.s(to) === '[' ? this.partner.get(to) + 1 : to + 2;
        const set = ['=', '+=', '|=', '-='].includes(this.s(to));
        if ((!call && !set) || (call && UNSEEN.test(this.s(i)))) return;
        this.put(i, end, '(void)0;', 'statement dropped');
    }

    body(from, to) {
        const loops = [];
        this.skip = from;
        for (let i = from; i < to; i++) {
            if (this.s(i) === 'for') loops.push([i + 1, this.partner.get(i + 1)]);
            if (UNSEEN.test(this.s(i)) && this.s(i + 1) === '(') this.skip = Math.max(this.skip, this.partner.get(i + 1));
            if (this.s(i) === 'if') this.condition(i);
            if (i <= this.skip && i > from) continue;
            const {kind} = this.list[i];
            const before = this.s(i - 1);
            if (kind === 'op') this.operator(i, loops);
            if (kind === 'number') this.constant(i);
            if (kind === 'name' && this.s(i + 1) === '(') this.exchange(i);
            if (kind === 'name' && (/^([;{}]|else|do)$/.test(before) || (before === ')' && /^(if|for|while)$/.test(this.s(this.partner.get(i - 1) - 1)))))
                this.statement(i);
        }
    }
}

export function ofC(text) {
    const reader = new Reader(text);
    for (const [from, to] of bodies(reader.list, reader.partner)) reader.body(from, to);
    return reader.found;
}
