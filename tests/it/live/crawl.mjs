// What a page is held to wherever it stands, and a walk through everything a role is shown.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { textOf, unescape } from '../../tour/client.mjs';
import { top } from '../site.mjs';

export const PAGE_MAX = 100000;

// Of a start tag; a value with double quotes in it stands between single ones.
export const attributes = (tag) => Object.fromEntries([...tag.matchAll(/\s([\w-]+)(?:="([^"]*)"|='([^']*)')?/g)]
    .map(([, name, one, other]) => [name, unescape(one ?? other ?? '')]));

// Codes of the program that mean nothing to a reader. Words that are also Vietnamese without marks are left out.
function codes() {
    const words = [...readFileSync(path.join(top, 'xslt/page/words.xsl'), 'utf8').matchAll(/\|[a-z]+\.([\w.]+)=/g)].map(([, code]) => code);
    const flow = [...readFileSync(path.join(top, 'conf/flow/nomination.xml'), 'utf8').matchAll(/(?:id|guards)="([^"]*)"/g)].flatMap(([, ids]) => ids.split(' '));
    const awards = [...readFileSync(path.join(top, 'conf/law/R152.xml'), 'utf8').matchAll(/<award code="([^"]*)"/g)].map(([, code]) => code);
    const plain = new Set(['so', 'phong', 'khoa', 'tram', 'nam', 'nu', 'khac', 'Q', 'KT', 'TL', 'TM', 'TUQ', 'name', 'position', 'BKT']);
    return [...new Set([...words, ...flow, ...awards])].filter((code) => code && !plain.has(code));
}
const leak = new RegExp(`(?<![\\p{L}\\d_./@-])(${codes().map((code) => code.replace(/\./g, '\\.')).join('|')})(?![\\p{L}\\d_./@-])`, 'u');

const EMPTY = [
    [/<option[^>]*>\s*<\/option>/, 'an option without words'],
    [/<label[^>]*>\s*<\/label>/, 'a label without words'],
    [/<button(?![^>]*aria-label)[^>]*>\s*<\/button>/, 'a button without words'],
    [/<a [^>]*>\s*<\/a>/, 'a link without words'],
    [/<t[hd][^>]*><b>\s*<\/b><\/t/, 'a bold nothing'],
    [/<dt>\s*<\/dt>|<dd>\s*<\/dd>/, 'a fact without words'],
    [/<h[1-6][^>]*>\s*<\/h[1-6]>/, 'a heading without words'],
    [/\bNaN\b|undefined|\bnull\b|%s\b|\{\w+\}/, 'a value that is none'],
];

// What is wrong with the HTML of a page; nothing when all is well.
export function faults(html) {
    const wrong = [];
    const bytes = Buffer.byteLength(html);
    if (bytes >= PAGE_MAX) wrong.push(`${bytes} bytes`);
    const headings = html.match(/<h1[\s>]/g)?.length ?? 0;
    if (headings !== 1) wrong.push(`${headings} h1`);
    // What an administrator's command reports of itself is quoted by the audit as it was printed.
    const shown = html.replace(/<(textarea|svg|script|style)[^]*?<\/\1>/g, ' ').replace(/listed \d+ \([^"<]*notice \d+/g, '');
    for (const [pattern, what] of EMPTY) {
        const found = pattern.exec(shown);
        if (found) wrong.push(`${what}: ${html.slice(Math.max(0, found.index - 120), found.index + 120)}`);
    }
    const text = textOf(shown);
    const code = leak.exec(text);
    if (code) wrong.push(`the code ${code[1]}: …${text.slice(Math.max(0, code.index - 60), code.index + 60)}…`);
    for (const [, label] of shown.matchAll(/(?:title|aria-label|placeholder)="([^"]*)"/g)) {
        const inside = leak.exec(unescape(label));
        if (inside) wrong.push(`the code ${inside[1]} in "${label}"`);
    }
    const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
    const twice = ids.find((id, i) => ids.indexOf(id) !== i);
    if (twice) wrong.push(`id ${twice} stands twice`);
    return wrong;
}

// What the schema says of the documents behind pages, [[address, bytes]]: [{where, what}].
export function invalid(documents, folder) {
    const files = documents.map(([, bytes], i) => {
        const file = path.join(folder, `${i}.xml`);
        writeFileSync(file, bytes);
        return file;
    });
    try {
        execFileSync('xmllint', ['--nonet', '--noout', '--relaxng', path.join(top, 'conf/schema/page.rng'), ...files], { stdio: 'pipe' });
        return [];
    } catch (error) {
        const lines = String(error.stderr).split('\n').filter((line) => /error/.test(line));
        const found = lines.map((line) => /\/(\d+)\.xml:\d+: (.*)$/.exec(line)).filter(Boolean)
            .map(([, i, what]) => ({ where: documents[i][0], what }));
        return found.length ? found : [{ where: '?', what: String(error.stderr).slice(0, 300) }];
    }
}

// Addresses a page leads to: {links: [...], posts: [...]}.
export function leads(html, at) {
    const links = [];
    const posts = [];
    const full = (href) => new URL(unescape(href), `http://x${at}`);
    for (const [tag] of html.matchAll(/<a [^>]*>/g)) {
        const { href } = attributes(tag);
        if (href && !href.startsWith('#')) links.push(full(href));
    }
    for (const [, tag, body] of html.matchAll(/(<form [^>]*>)([^]*?)<\/form>/g)) {
        const form = attributes(tag);
        const method = (form.method ?? 'get').toLowerCase();
        const action = full(form.action ?? at);
        const fields = [...body.matchAll(/<input [^>]*>/g)].map(([input]) => attributes(input)).filter((one) => one.name);
        const actions = [action, ...[...body.matchAll(/<button [^>]*>/g)].map(([button]) => attributes(button).formaction).filter(Boolean).map(full)];
        for (const one of actions) {
            if (method === 'post') posts.push(one.pathname);
            else {
                const query = new URLSearchParams(fields.filter((f) => !['checkbox', 'radio'].includes(f.type) || 'checked' in f).map((f) => [f.name, f.value ?? '']));
                links.push(full(`${one.pathname}?${query}`));
            }
        }
    }
    return { links: links.filter((url) => url.host === 'x').map((url) => url.pathname + url.search), posts };
}

const pattern = (address) => {
    const [before, query] = address.split('?');
    const names = [...new URLSearchParams(query ?? '').keys()].sort().join('&');
    return before.replace(/\/\d+/g, '/{id}').replace(/\/sessions\/[^/]+/, '/sessions/{word}') + (names ? `?${names}` : '');
};

// Walks through what the visitor is shown, some of each kind; answers [{address, from, answer}] and the posts it saw.
export async function walk(visitor, starts, each = 4) {
    const seen = new Map();
    const counts = new Map();
    const posts = new Map();
    const queue = starts.map((address) => ({ address, from: '', start: true }));
    while (queue.length) {
        const { address, from, start } = queue.shift();
        if (seen.has(address)) continue;
        const kind = pattern(address);
        if (!start && (counts.get(kind) ?? 0) >= each) continue;
        if (!start) counts.set(kind, (counts.get(kind) ?? 0) + 1);
        const answer = await visitor.get(address);
        seen.set(address, { address, from, start, answer });
        if (answer.status !== 200 || !/text\/html/.test(answer.headers.get('content-type') ?? '')) continue;
        const { links, posts: forms } = leads(answer.text, address);
        for (const link of links) queue.push({ address: link, from: address });
        for (const post of forms) if (!posts.has(post)) posts.set(post, address);
    }
    return { pages: [...seen.values()], posts };
}
