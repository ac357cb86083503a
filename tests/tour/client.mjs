// A person in front of a browser, as far as HTTP goes: a cookie jar, forms with their tokens, documents as text.

const entities = {lt: '<', gt: '>', quot: '"', apos: "'", amp: '&'};

export function unescape(text) {
    return text
        .replace(/&#(\d+);/g, (_, n) => String.fromCodePoint(Number(n)))
        .replace(/&#x([0-9a-f]+);/gi, (_, n) => String.fromCodePoint(parseInt(n, 16)))
        .replace(/&(lt|gt|quot|apos|amp);/g, (_, name) => entities[name]);
}

// Every element of that name in a document of ours, as {attribute: value}.
export function elements(xml, name) {
    const found = [];
    for (const [, attributes] of xml.matchAll(new RegExp(`<${name}((?:\\s+[\\w-]+="[^"]*")*)\\s*/?>`, 'g'))) {
        const element = {};
        for (const [, key, value] of attributes.matchAll(/([\w-]+)="([^"]*)"/g))
            element[key] = unescape(value);
        found.push(element);
    }
    return found;
}

export function textOf(html) {
    return unescape(html.replace(/<(script|style)[^]*?<\/\1>/g, '').replace(/<[^>]+>/g, ' ')).replace(/\s+/g, ' ');
}

export class Visitor {
    constructor(base) {
        this.base = base;
        this.jar = new Map();
        this.requests = 0;
    }

    cookies() {
        return [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ');
    }

    keep(response) {
        // Node 18 has them in one line only.
        for (const line of (response.headers.get('set-cookie') ?? '').split(/, (?=[\w-]+=)/).filter(Boolean)) {
            const [pair] = line.split(';');
            const at = pair.indexOf('=');
            const name = pair.slice(0, at);
            if (/max-age=0/i.test(line)) this.jar.delete(name);
            else this.jar.set(name, pair.slice(at + 1));
        }
    }

    async ask(path, options = {}) {
        this.requests++;
        const response = await fetch(this.base + path, {
            redirect: 'manual',
            ...options,
            headers: {cookie: this.cookies(), ...(options.headers ?? {})},
        });
        this.keep(response);
        const bytes = Buffer.from(await response.arrayBuffer());
        return {status: response.status, location: response.headers.get('location'), headers: response.headers,
            bytes, text: bytes.toString('utf8'), path};
    }

    get(path) {
        return this.ask(path);
    }

    // The document behind a page.
    async doc(path) {
        const [before, query] = path.split('?');
        const answer = await this.get(`${before}.xml${query ? `?${query}` : ''}`);
        if (answer.status !== 200) throw new Error(`${path}.xml answers ${answer.status}`);
        return answer.text;
    }

    // The tokens of the form on a page.
    async tokens(page) {
        const {text} = await this.get(page);
        const value = (name) => text.match(new RegExp(`name="${name}" value="([^"]*)"`))?.[1] ?? '';
        return {csrf: value('csrf'), once: value('once')};
    }

    // Fills the form of `page` in and sends it to `action`. fields: values, lists of values, or files.
    async send(page, action, fields, tokens) {
        const all = {...(tokens ?? await this.tokens(page)), ...fields};
        const hasFile = Object.values(all).some((value) => value instanceof Blob);
        const body = hasFile ? new FormData() : new URLSearchParams();
        for (const [name, value] of Object.entries(all))
            for (const one of Array.isArray(value) ? value : [value])
                if (one instanceof Blob) body.append(name, one, one.name);
                else body.append(name, String(one));
        return this.ask(action, {method: 'POST', body, headers: {origin: this.base}});
    }

    login(login, password) {
        return this.send('/login', '/login', {login, password, next: '/'});
    }
}
