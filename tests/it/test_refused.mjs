#!/usr/bin/env node
// Acts that must be refused: the table is tests/data/refused-acts.csv. Each is refused with the sentence of its row, and nothing changes.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { textOf, unescape } from '../tour/client.mjs';
import { done, test, top } from './site.mjs';
import { Dossiers, today } from './live/dossiers.mjs';
import { Province } from './live/province.mjs';
import { ACCOUNTS, CARRYING, CODES, Hands, acts, said, stateOf, states, wrongStates } from './refused/acts.mjs';
import { tomorrow, wrongs } from './refused/wrongs.mjs';

const TABLES = ['nomination', 'nominee', 'eligibility', 'evidence', 'file', 'nomination_event', 'council_session', 'number_series', 'document',
    'number_book', 'decision', 'award', 'campaign', 'nominee_change', 'audit'];
const dmy = (iso) => iso.split('-').reverse().join('/');
const EVERY_STATE = 'mọi trạng thái khác';
const EVERY_ROLE = 'mọi vai trò khác';
const OUTSIDE = 'ai không xử lý hồ sơ';
const TWICE = 'bấm lần thứ hai';

const table = readFileSync(path.join(top, 'tests/data/refused-acts.csv'), 'utf8').split('\n')
    .filter((line) => line && !line.startsWith('#')).slice(1)
    .map((line) => {
        // The sentence is the rest of the line: it may hold a semicolon itself.
        const [label, state, role, wrong, ...rest] = line.replace('{hôm nay}', dmy(today)).replace('{ngày mai}', dmy(tomorrow)).split(';');
        const answer = rest.join(';');
        const act = acts.find((one) => one.label === label && (!one.from || state === EVERY_STATE || one.from === stateOf(state)));
        return { label, state, role, wrong, answer, act };
    });

await test('the table names acts, states, roles and faults that there are', () => {
    for (const { label, state, role, wrong, answer, act } of table) {
        const where = `${label}; ${state}; ${role}; ${wrong}`;
        assert.ok(act, where);
        assert.ok(state === '' || state === EVERY_STATE || stateOf(state), where);
        assert.ok([EVERY_ROLE, OUTSIDE].includes(role) || ACCOUNTS[role], where);
        assert.ok(wrongs[wrong], where);
        assert.ok(answer, where);
    }
});

await test('every act of the flow and on its rows has every way in which it is refused', () => {
    const missing = [];
    for (const act of acts) {
        const rows = table.filter((row) => row.act === act || (act.flow && row.act?.flow === act.flow && row.state === EVERY_STATE));
        const has = new Set(rows.map((row) => row.wrong));
        const must = act.must ?? ['sai trạng thái', 'sai vai trò', 'hồ sơ đã đổi sau khi mở trang', TWICE];
        missing.push(...must.filter((wrong) => !has.has(wrong)).map((wrong) => `${act.label} (${act.from ?? ''}): ${wrong}`));
        for (const guard of act.guards ?? [])
            if (!rows.some((row) => wrongs[row.wrong]?.guard === guard)) missing.push(`${act.label} (${act.from}): condition ${guard}`);
        for (const need of act.needs ?? [])
            missing.push(...Object.entries(wrongs).filter(([wrong, one]) => one.need === need && !has.has(wrong)).map(([wrong]) => `${act.label} (${act.from}): ${wrong}`));
        if (act.roles.length && !rows.some((row) => row.role === OUTSIDE)) missing.push(`${act.label}: ${OUTSIDE}`);
    }
    assert.deepEqual(missing, []);
});

// Dossiers in every state, and the few that some faults need.
async function prepare(province) {
    const dossiers = new Dossiers(province);
    const made = await dossiers.everywhere();
    made.attached = made.draft;
    made.draft = await dossiers.draft();
    await dossiers.attach(made.draft);
    made.dropped = await dossiers.draft({ people: 1 });
    await dossiers.act('cb.bvcm', made.dropped, 'drop');
    made.ready = await dossiers.to('appraisal');
    await dossiers.judge('thamdinh', made.ready, 'accepted', (await dossiers.rows(made.ready)).map((row) => row.id));
    made.half = await dossiers.to('appraisal');
    const rows = await dossiers.rows(made.half);
    await dossiers.judge('thamdinh', made.half, 'accepted', [rows[0].id]);
    await dossiers.judge('thamdinh', made.half, 'returned', [rows[1].id], { reason: 'Chưa rõ.', return_fields: ['achievement'] });
    made.noneAccepted = await dossiers.to('appraisal', { people: 1 });
    await dossiers.judge('thamdinh', made.noneAccepted, 'refused', (await dossiers.rows(made.noneAccepted)).map((row) => row.id), { reason: 'Không đủ điều kiện.' });
    made.votedAbove = await dossiers.to('voted', { authority: 'chu_tich_tinh', award: 'BKT', people: 2 });
    const db = province.database;
    made.campaign = await db.value("SELECT id FROM campaign WHERE quota_individuals = 10 AND quota_collectives = 5 AND name LIKE '%thái độ phục vụ%'");
    made.run = await db.value(`INSERT INTO number_book (series_id, first_no, last_no, used, note)
        VALUES ((SELECT id FROM (SELECT series_id AS id FROM number_book LIMIT 1) s), 100001, 100004, 'reserved', 'Giữ để thử') RETURNING id`);
    const khoa = (await db.rows("SELECT n.official FROM unit u JOIN unit_name n ON n.unit_id = u.id JOIN unit p ON p.id = u.parent_id WHERE p.code = 'BV-DKCM' AND u.kind = 'khoa' ORDER BY u.id LIMIT 2")).map(([name]) => name);
    const allotted = async (i) => {
        const id = await dossiers.draft({ campaign: made.campaign });
        const clerk = await province.person('cb.bvcm');
        await dossiers.must(clerk.send(`/nominations/${id}`, `/nominations/${id}/nominees`, { kind: 'collective', name: khoa[i], award_code: 'GKSYT', achievement: 'Giảm 20% thời gian chờ.' }));
        return id;
    };
    made.allottedSubmitted = await allotted(0);
    await dossiers.submitted(made.allottedSubmitted);
    made.allotted = await allotted(1);
    const hands = new Hands(province, made);
    hands.khoa = khoa[0];
    Object.assign(hands, { stranger: dossiers.people.at(-1)['staff-no'], other: dossiers.people.at(-2) });
    for (const login of Object.values(ACCOUNTS)) await hands.known(login); // a log-in is written down too
    return { dossiers, hands, made };
}

// Has the role a place for this act, in this state or for one of that name in another?
const takes = (act, role) => acts.some((one) => (one === act || (act.flow && one.flow === act.flow)) && one.roles.includes(CODES[role]));

// One row of the table is one or more tries.
function tries(row) {
    const from = row.state === EVERY_STATE ? wrongStates(row.act).map(({ id }) => id) : [stateOf(row.state)];
    const roles = Object.keys(ACCOUNTS).filter((role) => (row.role === EVERY_ROLE ? CARRYING.includes(role) && !takes(row.act, role)
        : row.role === OUTSIDE ? !CARRYING.includes(role) : role === row.role));
    return from.flatMap((state) => roles.map((role) => ({ state, role, login: ACCOUNTS[role], act: row.act })));
}

async function refused(hands, row, t) {
    const wrong = wrongs[row.wrong];
    t.id = (wrong.dossier ?? t.act.dossier)?.(hands.made, wrong.dossier ? t : t.state) ?? hands.made[t.state];
    t.fields = await t.act.fields(hands, t);
    const back = await wrong.set?.(hands, t);
    const before = await hands.db.sum(TABLES);
    const answer = await hands.send(t.login, t.act.address(t), t.fields);
    const after = await hands.db.sum(TABLES);
    if (typeof back === 'function') await back();
    const who = `${t.role}, ${states.find(({ id }) => id === t.state)?.label ?? 'hồ sơ mới'}`;
    assert.ok(answer.status !== 303 && answer.status < 500, `${who}: answered ${answer.status} ${answer.location ?? ''}`);
    const seen = answer.status === 200 ? textOf(answer.text) : said(answer.text);
    assert.ok(seen.includes(row.answer), `${who}: ${answer.status} "${seen.slice(-400)}"`);
    assert.equal(after, before, `${who}: something changed`);
}

const name = (row) => `${row.label} (${row.state}): ${row.wrong}, ${row.role}`;

// The same button twice: with the form that was used it only shows the result; with a new one it is refused.
async function twice(hands, row, id, more = {}) {
    const t = { act: row.act, id, login: ACCOUNTS[row.role], ...more };
    t.fields = { ...await row.act.fields(hands, t), ...more.fields };
    const once = randomBytes(32).toString('base64url');
    const first = await hands.send(t.login, row.act.address(t), t.fields, once);
    assert.equal(first.status, 303, `is not done at all: ${said(first.text)}`);
    const before = await hands.db.sum(TABLES);
    const again = await hands.send(t.login, row.act.address(t), t.fields, once);
    assert.deepEqual([again.status, again.location], [303, first.location], 'the used form');
    assert.equal(await hands.db.sum(TABLES), before, 'the used form did it twice');
    const anew = await hands.send(t.login, row.act.address(t), t.fields);
    assert.ok(anew.status !== 303 && anew.status < 500, `done twice: ${anew.status}`);
    const seen = anew.status === 200 ? textOf(anew.text) : said(anew.text);
    assert.ok(seen.includes(row.answer), `${anew.status} "${seen.slice(0, 400)}"`);
    assert.equal(await hands.db.sum(TABLES), before, 'something changed');
}

const province = new Province();
try {
    const { dossiers, hands, made } = await prepare(province);
    for (const row of table.filter(({ act, wrong }) => act && !wrongs[wrong]?.later))
        await test(name(row), async () => {
            for (const t of tries(row)) await refused(hands, row, t);
        });

    await test('what was written for a step that somebody else has meanwhile taken is shown, with the way back to the dossier', async () => {
        const reason = 'Thiếu biên bản họp <đợt 2>.';
        const before = await hands.db.sum(TABLES);
        const answer = await hands.send('gd.bvcm', `/nominations/${made.appraisal}/act/return`, { version: await hands.version(made.appraisal), reason });
        assert.equal(answer.status, 409);
        assert.ok(unescape(answer.text).includes(reason), 'the reason is lost');
        assert.ok(answer.text.includes(`href="/nominations/${made.appraisal}"`), 'no way to the dossier');
        assert.ok(!textOf(answer.text).includes('Trả lại cả hồ sơ'), 'the step of another role is named');
        assert.equal(await hands.db.sum(TABLES), before);
    });

    const pressed = new Set();
    const press = (label, state, id, more) => {
        const row = table.find((one) => one.wrong === TWICE && one.label === label && (one.state === state || one.state === ''));
        pressed.add(row);
        return test(name(row), () => twice(hands, row, id, more));
    };
    const label = (id) => states.find((one) => one.id === id).label;
    const walk = async (id, steps) => {
        for (const [action, state] of steps) await press(action, label(state), id);
    };
    await walk(made.draft, [['Thêm trường hợp', 'draft'], ['Sửa trường hợp', 'draft'], ['Bỏ trường hợp', 'draft'], ['Bỏ giấy tờ', 'draft'],
        ['Nhận danh sách đã xem', 'draft'], ['Sửa thông tin hồ sơ', 'draft']]);
    await walk(made.draft, [['Gửi thủ trưởng', 'draft'], ['Rút lại', 'submitted']]);
    await dossiers.submitted(made.draft);
    await walk(made.draft, [['Trả lại', 'submitted']]);
    await dossiers.submitted(made.draft);
    await walk(made.draft, [['Ký duyệt và gửi Sở', 'submitted'], ['Rút lại', 'appraisal']]);
    await dossiers.appraisal(made.draft);
    await walk(made.draft, [['Trả lại cả hồ sơ', 'appraisal']]);
    await dossiers.submitted(made.draft);
    await dossiers.appraisal(made.draft);
    await walk(made.draft, [['Trả dòng', 'appraisal'], ['Xét không đạt', 'appraisal'], ['Xét đạt', 'appraisal']]);
    const pending = await hands.rowsOf(made.draft, 'pending');
    if (pending.length) await dossiers.judge('thamdinh', made.draft, 'accepted', pending);
    await walk(made.draft, [['Chuyển Hội đồng', 'appraisal'], ['Ghi kết quả Hội đồng', 'council'], ['Ký quyết định', 'voted'], ['Vào sổ, ban hành', 'decided']]);
    await walk(made.votedAbove, [['Ký tờ trình cấp trên', 'voted'], ['Vào sổ, gửi đi', 'proposed'], ['Ghi kết quả của cấp trên', 'sent']]);
    await walk(made.sent, [['Cấp trên không khen thưởng', 'sent']]);
    await walk(made.voted, [['Kết thúc, không khen thưởng', 'voted']]);
    await walk(made.appraisal, [['Không đề nghị khen thưởng', 'appraisal']]);
    await press('Sửa sổ văn bản đi', '', null);
    await walk(made.empty, [['Bỏ hồ sơ', 'draft']]);

    await test('every second press of the table was tried', () => {
        assert.deepEqual(table.filter((row) => row.wrong === TWICE && !pressed.has(row)).map(name), []);
    });
} finally {
    province.stop();
}
done();
