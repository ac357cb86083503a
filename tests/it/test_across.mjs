#!/usr/bin/env node
// Across units: what one hospital asks of another's is not found and changes nothing; no list, export or paper holds a row of the other.
// What must come out stands in the last column of tests/data/route-access.csv. And a role that ends while its holder is logged in.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { exportsHoldTheirRows } from './across/exports.mjs';
import { OF_A, OF_B, STRANGERS, TwoHospitals, lists, targets, workbook } from './across/world.mjs';
import { done, test, top } from './site.mjs';

const lines = readFileSync(path.join(top, 'tests/data/route-access.csv'), 'utf8').split('\n').filter((line) => line && !line.startsWith('#'))
    .map((line) => line.split(','));
const [head, ...rows] = lines;
const table = rows.map((cells) => ({ route: `${cells[0]} ${cells[1]}`, method: cells[0], another: cells.at(-1), may: (role) => cells[head.indexOf(role)] === 'x' }));

const site = new TwoHospitals();

// A page and its document; what is handed out as it is has no document.
const forms = ({ method, at }) => method === 'GET' && !/\/(paper|evidence\/\d+|import\/mau)/.test(at) && !/\.xlsx/.test(at)
    ? [at, at.replace(/^([^?]*)/, (page) => page === '/' ? '/.xml' : `${page}.xml`)] : [at];

function send(method, at, session, target = {}) {
    if (method === 'GET') return site.get(at, session);
    if (!target.form) return site.post(at, session, target.fields ?? {});
    const body = target.form();
    body.append('csrf', session.csrf);
    body.append('once', site.once());
    return fetch(site.url + at, { method, redirect: 'manual', body, headers: { cookie: session.cookie } });
}

async function refused(one, target, at, role, session) {
    const answer = await send(one.method, at, session, target);
    const wanted = one.may(role) ? target.mixed ?? 404 : 403;
    const said = `${role} of B: ${one.method} ${at} answered ${answer.status}, not ${wanted}`;
    const text = await answer.text();
    assert.equal(answer.status, wanted, said);
    assert.doesNotMatch(text.replaceAll('Alfa Hoá', ''), OF_A, `${said}, with something of A`); // what was typed may come back
}

async function content(answer, at) {
    const bytes = Buffer.from(await answer.arrayBuffer());
    return /\.xlsx/.test(at) ? workbook(bytes) : bytes.toString('utf8');
}

// A list as a role of B sees it; nothing is looked for in a page that the role may not open.
async function filtered(one, query, role, session) {
    for (const at of forms({ method: 'GET', at: one.route.slice(4).replace('{id}', '1') + query })) {
        const answer = await site.get(at, session);
        const text = await content(answer, at);
        if (!one.may(role)) {
            assert.equal(answer.status, 403, `${role} of B: ${at}`);
            continue;
        }
        assert.ok(answer.status === 200 || (query.includes('unit=') && answer.status === 404), `${role} of B: ${at} answered ${answer.status}`);
        // A campaign belongs to the whole department; who launched it is no secret.
        assert.doesNotMatch(text, OF_A, `${role} of B: ${at} shows something of A`);
        if (query === '' && one.route !== 'GET /sessions') assert.match(text, OF_B, `${role} of B: ${at} shows nothing of B`);
    }
}

// What shows the department no unit by its name.
const NOBODYS = ['GET /', 'GET /sessions', 'GET /statistics/paper/bang-21-cot'];

// As the table has it; and in full for those who may see both, else the question was no question.
async function everyList(strangers) {
    const department = site.session('appraiser');
    for (const one of table.filter(({ another }) => another === 'lọc')) {
        await test(`${one.route}: nothing of another unit's`, async () => {
            assert.ok(lists[one.route], 'is not asked');
            for (const [role, session] of Object.entries(strangers)) {
                for (const query of lists[one.route]) await filtered(one, query, role, session);
            }
            if (!one.may('appraiser') || NOBODYS.includes(one.route)) return;
            const at = one.route.slice(4).replace('{id}', '1') + lists[one.route][0]; // '', or the year of what stands there
            const text = await content(await site.get(at, department), at);
            assert.match(text, OF_A, `${at} shows the department nothing of A`);
            assert.match(text, OF_B, `${at} shows the department nothing of B`);
        });
    }
}

async function everyNumber(strangers) {
    const untouched = site.digest();
    for (const one of table.filter(({ another }) => another === '404')) {
        await test(`${one.route}: not found, nothing changed`, async () => {
            assert.ok(targets[one.route]?.length, 'is not asked');
            for (const [role, session] of Object.entries(strangers)) {
                for (const target of targets[one.route])
                    for (const at of forms({ method: one.method, at: target.at })) await refused(one, target, at, role, session);
            }
            if (one.method === 'POST') assert.equal(site.digest(), untouched, 'something changed');
        });
    }
}

// The same questions by those whose the things are: found, or the test above could not fail.
async function theirOwn() {
    await test('what is not found by B is there for A and for the department', async () => {
        const asked = ['clerk', 'head', 'appraiser', 'secretary', 'director', 'records'];
        const sessions = Object.fromEntries(asked.map((role) => [role, site.session(role)]));
        for (const one of table.filter(({ another, method }) => another === '404' && method === 'GET'))
            for (const { at, mixed } of targets[one.route]) {
                if (mixed || at === '/nominations/11/nominees/211') continue;
                const statuses = await Promise.all(asked.filter(one.may).map(async (role) => (await site.get(at, sessions[role])).status));
                assert.ok(statuses.some((status) => status === 200 || (/\/act\//.test(at) && [409, 422].includes(status))), `${at}: ${statuses}`);
            }
    });
}

const YESTERDAY = "DATE(UTC_TIMESTAMP() + INTERVAL 7 HOUR) - INTERVAL 1 DAY";
const TODAY = "DATE(UTC_TIMESTAMP() + INTERVAL 7 HOUR)";
// What happens while somebody is logged in, what undoes it, and what his next question gets: 403 as staff, 303 to the login.
const endings = [
    ['his role is revoked', 'UPDATE role_grant SET revoked_at = UTC_TIMESTAMP() WHERE id = 10', 'UPDATE role_grant SET revoked_at = NULL WHERE id = 10', 403],
    ['the period of his role is over', `UPDATE role_grant SET valid_to = ${YESTERDAY} WHERE id = 10`, 'UPDATE role_grant SET valid_to = NULL WHERE id = 10', 403],
    ['the last day of his role is today', `UPDATE role_grant SET valid_to = ${TODAY} WHERE id = 10`, 'UPDATE role_grant SET valid_to = NULL WHERE id = 10', 200],
    ['his role begins tomorrow', `UPDATE role_grant SET valid_from = ${TODAY} + INTERVAL 1 DAY WHERE id = 10`,
        "UPDATE role_grant SET valid_from = '2020-01-01' WHERE id = 10", 403],
    ['his unit is closed', `UPDATE unit SET valid_to = ${YESTERDAY} WHERE id = 3`, 'UPDATE unit SET valid_to = NULL WHERE id = 3', 403],
    ['the last day of his unit is today', `UPDATE unit SET valid_to = ${TODAY} WHERE id = 3`, 'UPDATE unit SET valid_to = NULL WHERE id = 3', 200],
    ['his role goes to somebody else', 'UPDATE role_grant SET person_id = 13 WHERE id = 10', 'UPDATE role_grant SET person_id = 11 WHERE id = 10', 403],
    ['he leaves the directory', 'UPDATE person SET in_directory = FALSE WHERE id = 11', 'UPDATE person SET in_directory = TRUE WHERE id = 11', 303],
];

async function ends(person, role, [what, sql, undo, wanted]) {
    await test(`while a ${role} is logged in ${what}: his next question gets ${wanted}`, async () => {
        const session = site.session(role, person);
        const form = { title: 'Hồ sơ Beta soạn', version: 14 };
        assert.equal((await site.get('/nominations', session)).status, 200);
        site.sql(sql);
        try {
            const answer = await site.get('/nominations', session);
            assert.equal(answer.status, wanted);
            if (wanted === 200) return;
            if (wanted === 303) assert.match(answer.headers.get('location'), /^\/login/);
            const before = site.digest();
            assert.equal((await site.post('/nominations/21', session, form)).status, wanted === 303 ? 401 : 403);
            assert.equal(site.digest(), before);
            const grants = await (await site.get('/', session)).text();
            assert.doesNotMatch(grants, new RegExp(`name="grant_id" value="${site.grantOf(role, person)}"`), 'the role is still offered');
        } finally {
            site.sql(undo);
        }
        assert.equal((await site.get('/nominations', session)).status, 200, 'it was not for that');
    });
}

try {
    site.sql(site.sessionSql('clerk', 'x'.repeat(43), 'y'.repeat(43), 2, 'phien-cua-alfa'));
    await site.serve();
    await test('every route with a number is asked across units', () => {
        const wrong = table.filter(({ route, another }) => route.includes('{id}') && another !== '404' && route !== 'GET /campaigns/{id}').map(({ route }) => route);
        const unknown = [...Object.keys(targets), ...Object.keys(lists)].filter((name) => !table.some(({ route, another }) => route === name && ['404', 'lọc'].includes(another)));
        assert.deepEqual({ wrong, unknown }, { wrong: [], unknown: [] });
    });
    const strangers = Object.fromEntries(Object.entries(STRANGERS).map(([role, person]) => [role, site.session(role, person)]));
    await everyNumber(strangers);
    await theirOwn();
    await everyList(strangers);
    await exportsHoldTheirRows(site);
    for (const ending of endings) await ends(11, 'clerk', ending);
    await ends(20, 'records', ['he loses the group that brought his role', 'DELETE FROM person_group WHERE person_id = 20',
        "INSERT INTO person_group VALUES (20, 'nhom-alfa'), (20, 'nhom-xem')", 403]);
    await test('an appraiser who is nominated in a dossier judges none of its rows', async () => {
        const session = site.session('appraiser');
        site.sql("UPDATE nominee SET person_id = 4 WHERE id = 122");
        const before = site.digest();
        for (const outcome of ['accepted', 'refused']) {
            const answer = await site.post('/nominations/12/rows', session, { row: 121, outcome, reason: 'Vì thế', confirm: 'yes', version: 5 });
            assert.equal(answer.status, 422);
            assert.match(await answer.text(), /không ai xử lý hồ sơ đề nghị khen thưởng cho chính mình/);
        }
        assert.equal(site.digest(), before);
        site.sql('UPDATE nominee SET person_id = 21 WHERE id = 122');
        assert.equal((await site.post('/nominations/12/rows', session, { row: 121, outcome: 'accepted', version: 5 })).status, 303);
    });
} finally {
    await site.stop();
}
done();
