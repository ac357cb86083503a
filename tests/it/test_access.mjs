#!/usr/bin/env node
// Every route x every role, asked over HTTP; what must come out stands in tests/data/route-access.csv.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROLES, Site, done, tdktd, test, top } from './site.mjs';

const rows = readFileSync(path.join(top, 'tests/data/route-access.csv'), 'utf8').split('\n').filter((line) => line && !line.startsWith('#'))
    .map((line) => line.split(','));
const [head, ...table] = rows;
const who = head.slice(3, -1); // the last column is asked by test_across
const known = new Map(table.map(([method, route, meaning, ...marks]) => [`${method} ${route}`, { meaning, marks: marks.slice(0, -1) }]));
const routes = execFileSync(tdktd, ['--routes'], { encoding: 'utf8' }).trim().split('\n').map((line) => line.split('\t'));

// No object has this number, and no paper this name: what is allowed finds nothing and changes nothing.
const target = (route) => route.replaceAll('{id}', '999999999').replaceAll('{word}', 'x');

await test('the table has every route, and no other', () => {
    assert.deepEqual(head, ['method', 'path', 'meaning', 'nobody', ...ROLES, 'đơn vị khác']);
    const served = routes.map(([method, route]) => `${method} ${route}`);
    assert.deepEqual({ missing: served.filter((name) => !known.has(name)), gone: [...known.keys()].filter((name) => !served.includes(name)) },
        { missing: [], gone: [] });
    for (const [name, { marks }] of known) assert.equal(marks.length, who.length, name);
});

const site = new Site();
try {
    await site.serve();
    // A session for every question: some of them end one.
    const sessions = new Map();
    let sql = '';
    for (const [method, route] of routes) {
        for (const role of ROLES) {
            const token = randomBytes(32).toString('base64url');
            const csrf = randomBytes(32).toString('base64url');
            sessions.set(`${method} ${route} ${role}`, { token, csrf, cookie: `tdkt=${token}` });
            sql += site.sessionSql(role, token, csrf);
        }
    }
    site.sql(sql);

    const ask = async (method, route, role, suffix = '') => {
        const session = role === 'nobody' ? undefined : sessions.get(`${method} ${route} ${role}`);
        return method === 'GET' ? site.get(target(route) + suffix, session) : site.post(target(route), session, {});
    };
    const judge = async (answer, method, route, role, allowed) => {
        const name = `${role}: ${method} ${route} answered ${answer.status}`;
        const toLogin = answer.status === 303 && (answer.headers.get('location') ?? '').startsWith('/login?next=');
        assert.ok(answer.status < 500, name);
        if (allowed) {
            assert.ok(!toLogin && answer.status !== 403, name);
            if (role !== 'nobody') assert.notEqual(answer.status, 401, name);
        } else if (role === 'nobody') {
            assert.ok(method === 'GET' ? toLogin : answer.status === 401, name);
        } else {
            assert.equal(answer.status, 403, name);
            assert.match(await answer.text(), /HT-403/, name);
        }
    };

    for (const [method, route] of routes) {
        await test(`${method} ${route}`, async () => {
            const row = known.get(`${method} ${route}`);
            assert.ok(row, 'not in tests/data/route-access.csv');
            for (const [i, role] of who.entries()) {
                const allowed = row.marks[i] === 'x';
                await judge(await ask(method, route, role), method, route, role, allowed);
                // The document of a page is for the same people as the page.
                if (method === 'GET' && route !== '/healthz' && route !== '/readyz')
                    await judge(await ask(method, route, role, '.xml'), method, `${route}.xml`, role, allowed);
            }
        });
    }
} finally {
    await site.stop();
}
done();
