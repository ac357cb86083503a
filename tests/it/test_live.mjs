#!/usr/bin/env node
// Every role walks through all that it is shown on the demonstration province, with a dossier in every state: no link leads to a
// refusal, every page is whole, light and in words, every document is valid.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { elements } from '../tour/client.mjs';
import { done, test } from './site.mjs';
import { faults, invalid, walk } from './live/crawl.mjs';
import { Dossiers } from './live/dossiers.mjs';
import { Province } from './live/province.mjs';

const ACCOUNTS = ['cb.bvcm', 'gd.bvcm', 'thamdinh', 'thuky', 'giamdoc', 'vanthu', 'ketoan', 'thanhtra', 'quantri', 'nhanvien'];

// One line for each kind of fault, with how often and the first places.
function summary(found) {
    const kinds = new Map();
    for (const { where, what } of found) {
        if (!kinds.has(what)) kinds.set(what, []);
        kinds.get(what).push(where);
    }
    return [...kinds].map(([what, places]) => `${places.length} × ${what} at ${places.slice(0, 3).join(' ')}`);
}

const clean = (found) => {
    if (found.length) throw new Error(summary(found).join('\n'));
};

async function look(visitor, name, starts, folder) {
    const { pages, posts } = await walk(visitor, starts);
    const html = pages.filter(({ answer }) => /text\/html/.test(answer.headers.get('content-type') ?? ''));
    const screens = html.filter(({ address, answer }) => answer.status === 200 && !/\/paper\//.test(address));
    await test(`${name}: ${pages.length} addresses, none refused`, () => clean(pages.filter(({ answer, start }) => answer.status !== 200 && !start && !(name === 'nobody' && answer.status === 303))
        .map(({ address, from, answer }) => ({ where: `${from} → ${address}`, what: `status ${answer.status}` }))));
    await test(`${name}: ${screens.length} pages in words, with one heading, under 100 kB`, () =>
        clean(screens.flatMap(({ address, answer }) => faults(answer.text).map((what) => ({ where: address, what })))));
    await test(`${name}: ${screens.length} documents by the schema`, async () => {
        const documents = [];
        for (const { address } of screens) {
            const [before, query] = address.split('?');
            const answer = await visitor.get(`${before}.xml${query ? `?${query}` : ''}`);
            documents.push([address, answer.bytes]);
        }
        clean(invalid(documents, folder));
    });
    // A form that is shown is one the role may send: without its token it is refused for that, not for the role.
    await test(`${name}: ${posts.size} forms, none of another role`, async () => {
        const found = [];
        for (const [action, from] of posts) {
            const answer = await visitor.send('/', action, {}, { csrf: 'x' });
            if ([404, 405].includes(answer.status) || /Vai trò [^<]* không được/.test(answer.text))
                found.push({ where: `${from} → ${action}`, what: `status ${answer.status}` });
        }
        clean(found);
    });
}

const folder = mkdtempSync(path.join(tmpdir(), 'live-xml-'));
let province;
try {
    province = new Province();
    let made = {};
    await test('a dossier in every state', async () => {
        made = await new Dossiers(province).everywhere();
    });
    for (const login of ACCOUNTS) {
        const visitor = await province.person(login);
        const { role } = elements(await visitor.doc('/'), 'actor')[0];
        // Who may read dossiers also comes to each of them by its address.
        const may = (await visitor.get('/nominations')).status === 200;
        await look(visitor, `${login} (${role})`, ['/', ...(may ? Object.values(made).map((id) => `/nominations/${id}`) : [])], folder);
    }
    await look(new (await import('../tour/client.mjs')).Visitor(province.url), 'nobody', ['/login'], folder);
} finally {
    province?.stop();
    rmSync(folder, { recursive: true });
}
done();
