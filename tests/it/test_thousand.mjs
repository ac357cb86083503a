#!/usr/bin/env node
// A thousand nominees: imported, taken through every state of the flow by the people in it; in every state every page and paper as every
// role that may open it. Nobody is lost, no page is heavier for it. Prints the milliseconds of each page by state and role.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { elements, textOf } from '../tour/client.mjs';
import { ROLES, Site, build, done, sanitized, test, top, workers } from './site.mjs';

const today = new Date(Date.now() + 7 * 3600e3).toISOString().slice(0, 10);
const year = today.slice(0, 4);
const PAGE_MAX = 100e3;
const SECONDS_MAX = 10; // a hang, not a slow machine
const MOST = 5000;      // rows of a paper

const access = readFileSync(path.join(top, 'tests/data/route-access.csv'), 'utf8').split('\n').filter((line) => line && !line.startsWith('#'))
    .map((line) => line.split(','));
const may = (route) => {
    const row = access.find(([method, at]) => method === 'GET' && at === route);
    return ROLES.filter((role) => row[access[0].indexOf(role)] === 'x');
};

const site = new Site();
const sessions = {};
const as = (role) => (sessions[role] ??= site.session(role));
const nameOf = (n) => `Lâm Thị Thứ ${String(n).padStart(5, '0')}`;
const unitOf = (n) => `Tổ chuyên môn ${String(n).padStart(5, '0')}`;
const times = new Map(); // state -> role -> ms

async function get(target, role, { status = 200, max = PAGE_MAX } = {}) {
    const began = Date.now();
    const answer = await site.get(target, as(role));
    const text = await answer.text();
    const ms = Date.now() - began;
    assert.ok([status].flat().includes(answer.status), `${target} as ${role}: ${answer.status} ${textOf(text).slice(0, 300)}`);
    assert.ok(ms < SECONDS_MAX * 1000, `${target} as ${role} took ${ms} ms`);
    if (max) assert.ok(text.length < max, `${target} as ${role} weighs ${text.length}`);
    return { text, ms };
}
const doc = async (target, role) => (await get(target, role, { max: 0 })).text;

async function post(target, role, fields, status = 303) {
    const list = Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, String(one)]));
    const session = as(role);
    const body = new URLSearchParams([['csrf', session.csrf], ['once', `${Math.random()}`.slice(2).padEnd(43, 'x').slice(0, 43)], ...list]);
    const answer = await fetch(site.url + target, { method: 'POST', redirect: 'manual', body, headers: { cookie: session.cookie } });
    const text = await answer.text();
    assert.equal(answer.status, status, `${target} as ${role}: ${answer.status} ${textOf(text).slice(0, 600)}`);
    return { text, location: answer.headers.get('location') };
}

const head = async (id, role) => elements(await doc(`/nominations/${id}.xml`, role), 'nomination')[0];
const act = async (id, role, action, fields = {}) => post(`/nominations/${id}/act/${action}`, role, { version: (await head(id, role)).version, ...fields });
const judge = async (id, fields, status = 303) => post(`/nominations/${id}/rows`, 'appraiser', { version: (await head(id, 'appraiser')).version, ...fields }, status);

// Every part of a list that is shown by the hundred.
async function parts(address, field, role, read) {
    const all = [];
    for (let from = 1, of = 1; from <= of;) {
        const xml = await doc(`${address}?${field}=${from}`, role);
        const part = elements(xml, 'part').find((one) => one.field === field);
        assert.equal(Number(part.from), Math.min(from, Number(part.of)));
        all.push(...read(xml));
        of = Number(part.of);
        from = Number(part.to) + 1;
    }
    return all;
}

async function timeline(id, role) {
    const all = [];
    for (let more = ''; ;) {
        const xml = await doc(`/nominations/${id}.xml${more}`, role);
        all.push(...elements(xml, 'event'));
        const next = elements(xml, 'next').find((one) => one.field === 'events');
        if (!next) return all;
        more = `?events=${next.value}`;
    }
}

const names = (rows, collectives) => [
    ...Array.from({ length: rows - collectives }, (_, n) => nameOf(n)), ...Array.from({ length: collectives }, (_, n) => unitOf(n))];

// Every page of the dossier, every step that is offered, every paper: as everybody who may.
async function everything(id, what, expected, label = `${what}, ${expected.length} rows`) {
    const row = {};
    for (const role of may('/nominations/{id}')) {
        const { text, ms } = await get(`/nominations/${id}`, role);
        assert.match(text, /class="timeline"/);
        row[role] = ms;
        const xml = await doc(`/nominations/${id}.xml`, role);
        for (const action of elements(xml, 'action')) row[`${role}:${action.id}`] = (await get(action.href, role, { status: [200, 422] })).ms; // or why it cannot be taken yet
        for (const paper of elements(xml, 'paper')) {
            const sheet = await get(paper.href, role, { max: 0 });
            row[`${role}:${paper.id}`] = sheet.ms;
            const said = textOf(sheet.text);
            const wrote = expected.filter((name) => said.includes(name)).length;
            if (paper.id !== 'to-trinh' && paper.id !== 'to-trinh-cap-tren') assert.equal(wrote, expected.length, `${paper.id} in ${what} as ${role}`);
        }
    }
    times.set(label, row);
    const listed = await parts(`/nominations/${id}.xml`, 'from', 'auditor', (xml) => elements(xml, 'nominee').map((one) => one.name));
    assert.deepEqual([...listed].sort(), [...expected].sort(), `rows of the list in ${what}`);
}

async function draft(rows, collectives, more = {}) {
    const made = await post('/nominations/new', 'clerk', { authority: 'giam_doc_so', method: 'dot_xuat', year, title: `Đề nghị ${rows} trường hợp`,
        minutes_no: '21/BB', minutes_date: today, note: '', ...more.head });
    const id = Number(made.location.split('/').pop());
    const code = more.award ?? 'GKSYT';
    const lines = names(rows, collectives).map((name, n) => (n < rows - collectives ? `Cá nhân,ND${n},${name}` : `Tập thể,,${name}`) + `,${code},Thành tích của ${name}`);
    const file = new Blob(['Đối tượng,Mã nhân viên,Họ và tên hoặc tên tập thể,Danh hiệu,Thành tích\n', lines.join('\n')], { type: 'text/csv' });
    const send = async (fields, status) => {
        const session = as('clerk');
        const body = new FormData();
        for (const [name, value] of Object.entries({ csrf: session.csrf, once: `${Math.random()}`.slice(2).padEnd(43, 'y').slice(0, 43), ...fields })) body.append(name, value, ...(name === 'file' ? ['ds.csv'] : []));
        const answer = await fetch(`${site.url}/nominations/${id}/import`, { method: 'POST', redirect: 'manual', body, headers: { cookie: session.cookie } });
        const text = await answer.text();
        assert.equal(answer.status, status, textOf(text).slice(0, 900));
        return text;
    };
    const trial = await send({ file }, 200);
    assert.ok(trial.length < 2 * PAGE_MAX, `the trial weighs ${trial.length}`);
    const fileId = /name="file_id" value="(\d+)"/.exec(trial)[1];
    await send({ confirm: 'yes', file_id: fileId }, 303);
    return id;
}

try {
    site.sql(`INSERT INTO unit (id, code, kind, parent_id, path, sort_key, valid_from)
        SELECT 1000 + seq, CONCAT('TO', seq), 'khoa', 2, CONCAT('/1/2/', 1000 + seq, '/'), CONCAT('t', seq), '2000-01-01' FROM seq_0_to_199;
      INSERT INTO unit_name (unit_id, valid_from, official, short, signing, head_title, symbol, fold, lower_name)
        SELECT 1000 + seq, '2000-01-01', CONCAT('Tổ chuyên môn ', LPAD(seq, 5, '0')), CONCAT('Tổ ', seq), 'TỔ', 'TỔ TRƯỞNG', '', CONCAT('to chuyen mon ', LPAD(seq, 5, '0')),
               CONCAT('tổ chuyên môn ', LPAD(seq, 5, '0')) FROM seq_0_to_199;
      INSERT INTO person (id, staff_no, directory_id, login, full_name, fold, lower_name, sort_key, in_directory)
        SELECT 1000 + seq, CONCAT('ND', seq), CONCAT('dir-nd', seq), CONCAT('nd', seq), CONCAT('Lâm Thị Thứ ', LPAD(seq, 5, '0')), CONCAT('lam thi thu ', LPAD(seq, 5, '0')),
               CONCAT('lâm thị thứ ', LPAD(seq, 5, '0')), LPAD(seq, 5, '0'), TRUE FROM seq_0_to_4999;
      INSERT INTO position (person_id, unit_id, title, leader, valid_from) SELECT 1000 + seq, 2, 'Điều dưỡng', FALSE, '2020-01-01' FROM seq_0_to_4999;
      INSERT INTO council (unit_id, name, decision_no, founded_on, members) VALUES (1, 'Hội đồng Thi đua - Khen thưởng', '1/QĐ-SYT', '2020-01-01', 13);`);
    execFileSync(path.join(build, 'fcgi/tdkt'), ['--config', site.confFile, 'law', 'load'], { stdio: ['ignore', 'ignore', 'inherit'] });
    const server = await site.serve();
    const ROWS = 1000;
    const COLLECTIVES = 150;
    const all = names(ROWS, COLLECTIVES);
    let id;
    const small = {};

    await test('a hundred rows, for comparison', async () => {
        small.id = await draft(100, 15);
        await everything(small.id, 'draft', names(100, 15));
        await act(small.id, 'clerk', 'submit');
        await act(small.id, 'head', 'confirm', { capacity: '' });
        await judge(small.id, { all: 'eligible', outcome: 'accepted' });
        await everything(small.id, 'appraisal, all judged', names(100, 15));
    });

    await test('draft: a thousand rows are imported, and every one is in the list and on the papers', async () => {
        id = await draft(ROWS, COLLECTIVES);
        await everything(id, 'draft', all);
    });

    await test('submitted, and returned by the head, and submitted again', async () => {
        await act(id, 'clerk', 'submit');
        await everything(id, 'submitted', all);
        await act(id, 'head', 'return', { reason: 'Bổ sung tờ trình.' });
        await act(id, 'clerk', 'submit');
        await act(id, 'head', 'confirm', { capacity: '' });
        await everything(id, 'appraisal', all);
    });

    await test('all rows are returned: the preview says how many and shows them by the hundred; the typed reason stays', async () => {
        const fields = { all: 'yes', outcome: 'returned' };
        const first = await judge(id, fields, 200);
        assert.ok(first.text.length < PAGE_MAX, `the preview weighs ${first.text.length}`);
        assert.match(textOf(first.text), /1\.?000 dòng sẽ đổi/);
        assert.equal(first.text.match(/<\/b>, Giấy khen của Giám đốc Sở Y tế/g)?.length, 100, 'a row of the preview says which award it is about');
        const shown = (text) => all.filter((name) => text.includes(name));
        const seen = new Set(shown(first.text));
        for (let from = 101; from <= ROWS; from += 100) {
            const part = await judge(id, { ...fields, from, reason: 'Nêu rõ số liệu.', return_fields: 'achievement' }, 200);
            for (const name of shown(part.text)) seen.add(name);
            assert.match(part.text, /Nêu rõ số liệu\./);
            assert.match(part.text, /value="achievement" checked/);
        }
        assert.equal(seen.size, ROWS);
        const refused = await judge(id, { ...fields, confirm: 'yes' }, 422);
        assert.ok(refused.text.length < PAGE_MAX);
        await judge(id, { ...fields, confirm: 'yes', reason: 'Nêu rõ số liệu.', return_fields: 'achievement' });
        const tally = elements(await doc(`/nominations/${id}.xml`, 'clerk'), 'tally')[0];
        assert.equal(tally.returned, String(ROWS));
        await everything(id, 'appraisal, all returned', all);
        assert.match(textOf((await get('/', 'clerk')).text), /Bị trả lại, cần bổ sung/);
    });

    await test('one is corrected; the rest are judged again, all at once', async () => {
        const [row] = elements(await doc(`/nominations/${id}.xml`, 'clerk'), 'nominee');
        const { version } = elements(await doc(`/nominations/${id}/nominees/${row.id}.xml`, 'clerk'), 'nominee')[0];
        await post(`/nominations/${id}/nominees/${row.id}`, 'clerk', { version, award_code: row['award-code'], position: row.position, achievement: 'Số liệu mới.' });
        await judge(id, { all: 'yes', outcome: 'refused', confirm: 'yes', reason: 'Chưa đạt.' });
        const back = await judge(id, { all: 'yes', outcome: 'accepted' });
        assert.equal(back.location, `/nominations/${id}`);
        const tally = elements(await doc(`/nominations/${id}.xml`, 'appraiser'), 'tally')[0];
        assert.equal(tally.accepted, String(ROWS));
        await everything(id, 'appraisal, all judged', all);
    });

    await test('all that was done stands in the timeline, newest first, a line for what is alike', async () => {
        const events = await timeline(id, 'auditor');
        assert.deepEqual(events.slice(0, 4).map((one) => [one.action, Number(one.count)]),
            [['accepted', ROWS], ['refused', ROWS], ['correct', 1], ['returned', ROWS]]);
        assert.equal(events.reduce((sum, one) => sum + Number(one.count), 0), Number(site.sql(`SELECT COUNT(*) FROM nomination_event WHERE nomination_id = ${id}`)));
        assert.equal(Number(site.sql(`SELECT COUNT(*) FROM audit WHERE object = 'nominee' AND action = 'nomination.accepted' AND unit_id = 2`)), ROWS + 100);
        const ids = events.map((one) => Number(one.id));
        assert.deepEqual(ids, [...ids].sort((a, b) => b - a));
    });

    await test('council: one ballot for all and a few that differ, over several parts of the form; the counts are stored row by row', async () => {
        await act(id, 'appraiser', 'forward');
        await everything(id, 'council', all);
        const page = `/nominations/${id}/act/record`;
        const { version } = await head(id, 'secretary');
        const rows = await parts(`/nominations/${id}.xml`, 'from', 'secretary', (xml) => elements(xml, 'nominee'));
        const session = { version, held_on: today, minutes_no: '14/BB-HĐTĐKT', present: 12, written: 0 };
        const own = { [`yes-${rows[5].id}`]: 3, [`no-${rows[5].id}`]: 9 };
        const missing = await post(page, 'secretary', session, 422);
        assert.match(missing.text, /id="f-yes_all-e"/);
        const half = await post(page, 'secretary', { ...session, yes_all: 11, no_all: 1, [`no-${rows[7].id}`]: 0 }, 422);
        assert.match(half.text, new RegExp(`id="f-yes-${rows[7].id}-e"`), 'a row with counts of its own lacks one: told at another');
        assert.doesNotMatch(half.text, /id="f-yes_all-e"/);
        const second = await post(page, 'secretary', { ...session, ...own, yes_all: 11, no_all: 1, from: 901 }, 200);
        assert.ok(second.text.length < PAGE_MAX, `the form weighs ${second.text.length}`);
        assert.match(second.text, new RegExp(`name="yes-${rows[5].id}"[^>]*value="3"`), 'a count of another part is lost');
        assert.match(second.text, new RegExp(`name="yes-${rows[950].id}"`));
        assert.match(second.text, /name="yes_all"[^>]*value="11"/);
        assert.equal((await head(id, 'secretary')).state, 'council', 'looking is not taking');
        await post(page, 'secretary', { ...session, ...own, yes_all: 11, no_all: 1, [`yes-${rows[950].id}`]: 12, [`no-${rows[950].id}`]: 0 });
        const counts = site.sql(`SELECT CONCAT(yes, '-', no, ' ', outcome), COUNT(*) FROM nominee WHERE nomination_id = ${id} GROUP BY 1 ORDER BY 2, 1`).trim().split('\n');
        assert.deepEqual(counts, ['12-0 passed\t1', '3-9 failed\t1', `11-1 passed\t${ROWS - 2}`]);
        all.gone = rows[5].name;
        await everything(id, 'voted', all).catch((e) => { if (!/quyet-dinh|giay-khen/.test(e.message)) throw e; });
    });

    const kept = () => all.filter((name) => name !== all.gone);
    const papers = async (what, role, list) => {
        const row = times.get(what) ?? {};
        for (const [word, names] of list) {
            const sheet = await get(`/nominations/${id}/paper/${word}`, role, { max: 0 });
            const said = textOf(sheet.text);
            assert.equal(names.filter((name) => said.includes(name)).length, names.length, word);
            row[`${role}:${word}`] = sheet.ms;
        }
    };

    await test('decided and issued: decision, certificates, register; the decision\'s page by the hundred', async () => {
        await act(id, 'director', 'decide', { capacity: '', signed_on: today });
        for (const role of may('/nominations/{id}')) {
            const { ms } = await get(`/nominations/${id}`, role);
            times.set('decided, 1000 rows', { ...times.get('decided, 1000 rows'), [role]: ms });
        }
        await papers('decided, 1000 rows', 'records', [['quyet-dinh', kept()], ['giay-khen', kept()]]);
        const next = elements(await doc(`/nominations/${id}/act/issue.xml`, 'records'), 'series')[0];
        await act(id, 'records', 'issue', { number: next['suggested-no'], issued_on: today, recipients: 'Như Điều 3; Lưu: VT' });
        const row = {};
        for (const role of may('/nominations/{id}')) row[role] = (await get(`/nominations/${id}`, role)).ms;
        times.set('issued, 1000 rows', row);
        await papers('issued, 1000 rows', 'records', [['quyet-dinh', kept()], ['giay-khen', kept()]]);
        const decision = elements(await doc(`/nominations/${id}.xml`, 'records'), 'decision')[0].id;
        for (const role of may('/decisions/{id}')) row[`${role}:decision page`] = (await get(`/decisions/${decision}`, role)).ms;
        const awards = await parts(`/decisions/${decision}.xml`, 'from', 'records', (xml) => elements(xml, 'award').map((one) => one.name));
        assert.deepEqual([...awards].sort(), kept().sort());
        const sheet = await get('/awards.xlsx', 'records', { max: 0 });
        row['records:awards.xlsx'] = sheet.ms;
    });

    await test('the other branch: proposed, sent, granted but for two rows of the last hundred', async () => {
        id = await draft(ROWS, 0, { award: 'BKT', head: { authority: 'chu_tich_tinh', title: 'Đề nghị cấp trên' } });
        const people = names(ROWS, 0);
        await act(id, 'clerk', 'submit');
        await act(id, 'head', 'confirm', { capacity: '' });
        await judge(id, { all: 'eligible', outcome: 'accepted', then: 'forward' });
        await act(id, 'secretary', 'record', { held_on: today, minutes_no: '15/BB-HĐTĐKT', present: 13, written: 0, yes_all: 13, no_all: 0 });
        await everything(id, 'voted, above', people);
        await act(id, 'director', 'propose', { capacity: '', signed_on: today });
        await everything(id, 'proposed', people);
        const next = elements(await doc(`/nominations/${id}/act/send.xml`, 'records'), 'series')[0];
        await act(id, 'records', 'send', { number: next['suggested-no'], issued_on: today, recipients: 'Như trên; Lưu: VT' });
        await everything(id, 'sent', people);
        const rows = await parts(`/nominations/${id}.xml`, 'from', 'appraiser', (xml) => elements(xml, 'nominee'));
        const page = `/nominations/${id}/act/result`;
        const { version } = await head(id, 'appraiser');
        const result = { version, result_no: '900/QĐ-UBND', result_date: today, all: 'yes', except: [rows[3].id] };
        const look = await post(page, 'appraiser', { ...result, from: 901 }, 200);
        assert.ok(look.text.length < PAGE_MAX, `the form weighs ${look.text.length}`);
        assert.match(look.text, new RegExp(`name="except" value="${rows[3].id}" checked`), 'a mark of another part is lost');
        await post(page, 'appraiser', { ...result, except: [rows[3].id, rows[990].id] });
        assert.equal(site.sql(`SELECT outcome, COUNT(*) FROM nominee WHERE nomination_id = ${id} GROUP BY 1 ORDER BY 1`), `failed\t2\ngranted\t${ROWS - 2}\n`);
        await everything(id, 'granted', people).catch((e) => { if (!/danh-sach|to-trinh/.test(e.message)) throw e; });
    });

    await test('what two people did in one second stays with each of them', async () => {
        const one = await draft(3, 0);
        site.sql(`INSERT INTO nomination_event (nomination_id, at, person_id, role, action, from_state, to_state, note, version)
            SELECT ${one}, '2026-03-01 03:00:00', IF(seq MOD 2, 4, 5), 'appraiser', 'edit', 'draft', 'draft', '', 1 FROM seq_1_to_600;
            INSERT INTO nomination_event (nomination_id, at, person_id, role, action, from_state, to_state, note, version)
            SELECT ${one}, '2026-03-02 03:00:00', 4, 'appraiser', 'edit', 'draft', 'draft', CONCAT('Lần ', seq), 1 FROM seq_1_to_120;`);
        const events = await timeline(one, 'auditor');
        const edits = events.filter((event) => event.action === 'edit' && event.note === '');
        assert.deepEqual(edits.map((event) => [event['person-name'], event.count]).sort(), [['Người thứ 4', '300'], ['Người thứ 5', '300']]);
        assert.deepEqual(events.filter((event) => event.note.startsWith('Lần')).map((event) => event.note), Array.from({ length: 120 }, (_, n) => `Lần ${120 - n}`));
    });

    await test(`papers of ${MOST} rows come out whole, and the worker stays within its memory`, async () => {
        const big = await draft(2, 0, { head: { title: 'Đề nghị rất dài' } });
        site.sql(`DELETE FROM nominee WHERE nomination_id = ${big};
            INSERT INTO nominee (nomination_id, ordinal, kind, person_id, name, position, unit_id, unit_name, award_code, achievement, outcome, yes, no)
            SELECT ${big}, seq + 1, 'person', 1000 + seq, CONCAT('Lâm Thị Thứ ', LPAD(seq, 5, '0')), 'Điều dưỡng', 2, 'Bệnh viện thử nghiệm A', 'GKSYT',
                   'Thành tích xuất sắc trong công tác chăm sóc người bệnh.', 'passed', 13, 0 FROM seq_0_to_${MOST - 1};
            UPDATE nomination SET state = 'voted' WHERE id = ${big};`);
        const people = names(MOST, 0);
        await act(big, 'director', 'decide', { capacity: '', signed_on: today });
        const next = elements(await doc(`/nominations/${big}/act/issue.xml`, 'records'), 'series')[0];
        await act(big, 'records', 'issue', { number: next['suggested-no'], issued_on: today, recipients: 'Như Điều 3; Lưu: VT' });
        const row = {};
        for (const role of may('/nominations/{id}')) row[role] = (await get(`/nominations/${big}`, role)).ms;
        for (const word of ['danh-sach', 'quyet-dinh', 'giay-khen', 'to-trinh']) {
            const sheet = await get(`/nominations/${big}/paper/${word}`, 'records', { max: 0 });
            row[`records:${word}`] = sheet.ms;
            if (word !== 'to-trinh') assert.equal(people.filter((name) => sheet.text.includes(name)).length, MOST, word);
        }
        times.set(`issued, ${MOST} rows`, row);
        for (const [rows, address] of [[site.sql(`SELECT COUNT(*) FROM award`).trim(), '/awards/paper/so-khen-thuong']]) {
            const answer = await site.get(address, as('records'));
            const text = await answer.text();
            if (answer.status === 200) assert.equal(people.filter((name) => text.includes(name)).length, MOST);
            else assert.ok(answer.status === 413 && textOf(text).replace(/\./g, '').includes(rows), `${address}: ${answer.status} ${textOf(text).slice(0, 300)}`);
            console.log(`# register paper of ${rows} rows: ${answer.status}`);
        }
        const peak = Math.max(...workers(server).map((pid) => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1])));
        console.log(`# peak of a worker: ${Math.round(peak / 1024)} MB`);
        assert.ok(sanitized() || peak < 512 * 1024, `a worker took ${peak} kB`);
    });

    for (const [state, row] of times) {
        console.log(`# page ms ${state}: ${Object.entries(row).map(([what, ms]) => `${what} ${ms}`).join(', ')}`);
    }
} finally {
    await site.stop();
}
done();
