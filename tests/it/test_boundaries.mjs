#!/usr/bin/env node
// Days, sizes and names exactly at their limit: a period of one day, due today, the first and the last day of a role, of a position, an upload of
// exactly the size allowed, two people in one second, a campaign that names its year.
import assert from 'node:assert/strict';
import { File } from 'node:buffer';
import { elements, textOf } from '../tour/client.mjs';
import { done, test } from './site.mjs';
import { quoted } from './live/database.mjs';
import { Dossiers, today } from './live/dossiers.mjs';
import { Province } from './live/province.mjs';

const dayFrom = (n) => new Date(Date.parse(today) + n * 86400e3).toISOString().slice(0, 10);
const province = new Province();
const dossiers = new Dossiers(province);
const db = province.database;
const as = (login) => province.person(login);
const year = today.slice(0, 4);

async function periods() {
    const id = await dossiers.draft({ people: 1 });
    const [row] = elements(await dossiers.doc('cb.bvcm', id), 'nominee');
    const clerk = await as('cb.bvcm');
    const page = `/nominations/${id}/nominees/${row.id}`;
    const send = async (from, to) => {
        const { version } = elements(await clerk.doc(page), 'nominee')[0];
        return clerk.send(page, page, { award_code: 'GKSYT', position: row.position, achievement: 'Cứu 4 người.', version, period_from: from, period_to: to });
    };
    const cases = [['05/03/2026', '05/03/2026', true, 'one day'], ['05/03/2026', '06/03/2026', true, 'two days'], ['05/03/2026', '04/03/2026', false, 'a day backwards'],
        ['31/12/2025', '01/01/2026', true, 'across the year'], ['', '05/03/2026', true, 'an end only'], ['05/03/2026', '', true, 'a beginning only']];
    for (const [from, to, taken, what] of cases)
        await test(`a period of ${what} is ${taken ? 'taken' : 'refused'}, when a row is changed`, async () => {
            const answer = await send(from, to);
            assert.equal(answer.status, taken ? 303 : 422, textOf(answer.text).slice(0, 300));
            if (!taken) assert.match(textOf(answer.text), /Ngày cuối sớm hơn ngày đầu/);
        });
    for (const [from, to, taken, what] of cases.slice(0, 3))
        await test(`a period of ${what} is ${taken ? 'taken' : 'refused'}, when a row is added`, async () => {
            const [one] = dossiers.next(1);
            const answer = await clerk.send(`/nominations/${id}`, `/nominations/${id}/nominees`,
                { kind: 'person', name: one['staff-no'], award_code: 'GKSYT', achievement: 'Cứu 4 người.', period_from: from, period_to: to });
            assert.equal(answer.status, taken ? 303 : 422, textOf(answer.text).slice(0, 300));
        });
}

async function due() {
    const id = await dossiers.to('submitted', { title: 'Hạn của hồ sơ' });
    for (const [n, late] of [[-1, true], [0, false], [1, false]])
        await test(`due ${n === 0 ? 'today' : n < 0 ? 'yesterday' : 'tomorrow'}: ${late ? 'overdue' : 'not overdue'}`, async () => {
            await db.rows(`UPDATE nomination SET due_on = '${dayFrom(n)}' WHERE id = ${id}`);
            for (const address of ['/', '/nominations', `/nominations/${id}`]) {
                const page = (await (await as('gd.bvcm')).get(address)).text;
                assert.equal(/quá hạn/.test(textOf(page)), late, address);
            }
        });
    await db.rows(`UPDATE nomination SET due_on = NULL WHERE id = ${id}`);
}

// Two people who do the same in one second are two lines, each under his own name.
async function oneSecond() {
    const id = await dossiers.to('appraisal', { people: 3, title: 'Hai người cùng lúc' });
    const rows = await dossiers.rows(id);
    await dossiers.judge('thamdinh', id, 'accepted', rows.map((row) => row.id));
    const events = await db.rows(`SELECT id FROM nomination_event WHERE nomination_id = ${id} AND action = 'accepted' ORDER BY id`);
    const other = "(SELECT id FROM person WHERE login = 'truongkhoa')";
    await db.rows(`UPDATE nomination_event SET at = '2020-01-15 02:10:00' WHERE nomination_id = ${id} AND action = 'accepted'`);
    const lines = async () => {
        const page = (await (await as('thamdinh')).get(`/nominations/${id}`)).text;
        const list = /<ol class="timeline">([^]*?)<\/ol>/.exec(page)[1];
        return [...list.matchAll(/<li class="done">([^]*?)<\/li>/g)].map(([, line]) => textOf(line).trim()).filter((line) => line.includes('09:10 15/01/2020'));
    };
    await test('what one person did in one second is one line', async () => {
        const [line, ...more] = await lines();
        assert.deepEqual(more, []);
        assert.match(line, /0?3 lượt/);
        assert.match(line, /Phạm Hữu Nghĩa/);
    });
    await test('what two people did in one second is two lines', async () => {
        await db.rows(`UPDATE nomination_event SET person_id = ${other} WHERE id = ${events[2][0]}`);
        const found = (await lines()).sort();
        assert.equal(found.length, 2, found.join(' | '));
        assert.ok(found.some((line) => /0?2 lượt/.test(line) && line.includes('Phạm Hữu Nghĩa')), found.join(' | '));
        assert.ok(found.some((line) => line.includes('Trịnh Công Bằng') && !line.includes('Phạm Hữu Nghĩa')), found.join(' | '));
    });
}

async function roles() {
    const grant = await db.value("SELECT g.id FROM role_grant g JOIN person p ON p.id = g.person_id WHERE p.login = 'gd.ttcm' AND g.role = 'head'");
    const old = await db.row(`SELECT QUOTE(valid_from), QUOTE(valid_to) FROM role_grant WHERE id = ${grant}`);
    const visitor = await as('gd.ttcm');
    for (const [from, to, held, what] of [[0, null, true, 'its first day'], [-9, 0, true, 'its last day'], [0, 0, true, 'its only day'],
        [1, null, false, 'the day before its first'], [-9, -1, false, 'the day after its last']])
        await test(`a role on ${what} is ${held ? 'held' : 'not held'}`, async () => {
            await db.rows(`UPDATE role_grant SET valid_from = '${dayFrom(from)}', valid_to = ${to === null ? 'NULL' : `'${dayFrom(to)}'`} WHERE id = ${grant}`);
            assert.equal((await visitor.get('/nominations')).status, held ? 200 : 403);
        });
    await db.rows(`UPDATE role_grant SET valid_from = ${old[0]}, valid_to = ${old[1]} WHERE id = ${grant}`);
}

// Who is deputy today signs KT.; yesterday's position does not count, today's last day does.
async function positions() {
    const id = await dossiers.to('voted', { people: 1, title: 'Chức danh của người ký' });
    const person = await db.value("SELECT id FROM person WHERE login = 'giamdoc'");
    const position = await db.value(`SELECT id FROM position WHERE person_id = ${person} AND valid_to IS NULL`);
    const page = `/nominations/${id}/act/decide`;
    const director = await as('giamdoc');
    const send = async () => {
        const { version } = elements(await dossiers.doc('giamdoc', id), 'nomination')[0];
        return director.send(page, page, { version, capacity: '', signed_on: today });
    };
    await db.rows(`INSERT INTO position (person_id, unit_id, title, leader, valid_from, valid_to)
                   SELECT person_id, unit_id, 'Phó Giám đốc Sở', 1, '2020-01-01', '${today}' FROM position WHERE id = ${position}`);
    await db.rows(`UPDATE position SET valid_from = '${dayFrom(1)}' WHERE id = ${position}`);
    await test('on the last day of a position it is still his, and the next is not yet', async () => {
        const answer = await send();
        assert.equal(answer.status, 422);
        assert.match(textOf(answer.text), /Cấp phó ký thay thì phải ghi KT/);
    });
    await db.rows(`UPDATE position SET valid_to = '${dayFrom(-1)}' WHERE person_id = ${person} AND title = 'Phó Giám đốc Sở'`);
    await db.rows(`UPDATE position SET valid_from = '${today}' WHERE id = ${position}`);
    await test('on the first day of the next it is that', async () => {
        assert.equal((await send()).status, 303);
    });
}

async function uploads() {
    const id = await dossiers.draft({ people: 0, title: 'Tệp đúng giới hạn' });
    const clerk = await as('cb.bvcm');
    const send = (size) => {
        const bytes = Buffer.alloc(size, 32);
        bytes.write('%PDF-1.4\n');
        return clerk.send(`/nominations/${id}`, `/nominations/${id}/evidence`,
            { kind: 'bien_ban', number: '1', file: new File([bytes], 'lon.pdf', { type: 'application/pdf' }) });
    };
    await test('a file of exactly 20 MB is kept', async () => {
        const answer = await send(20 << 20);
        assert.equal(answer.status, 303, textOf(answer.text).slice(0, 300));
        assert.equal(await db.value(`SELECT f.size FROM evidence v JOIN file f ON f.id = v.file_id WHERE v.nomination_id = ${id}`), String(20 << 20));
    });
    await test('one byte more is refused, and says the limit', async () => {
        const answer = await send((20 << 20) + 1);
        assert.equal(answer.status, 422);
        assert.match(textOf(answer.text), /Tệp lớn quá 20 MB/);
    });
}

async function names() {
    const [campaign, old] = await db.row("SELECT id, name FROM campaign WHERE state IN ('launched', 'running') AND quota_individuals IS NULL ORDER BY id LIMIT 1")
        ?? await db.row("SELECT id, name FROM campaign WHERE state IN ('launched', 'running') ORDER BY id LIMIT 1");
    for (const [name, expected] of [
        [`Thi đua hoàn thành nhiệm vụ năm ${year}`, `Thi đua hoàn thành nhiệm vụ năm ${year}: đề nghị khen thưởng`],
        ['Thi đua hoàn thành nhiệm vụ', `Thi đua hoàn thành nhiệm vụ: đề nghị khen thưởng năm ${year}`],
    ]) {
        await db.rows(`UPDATE campaign SET name = ${quoted(name)} WHERE id = ${campaign}`);
        const id = await dossiers.draft({ campaign, people: 1 });
        await test(`the title of a dossier for "${name}" says the year once`, async () => {
            assert.equal(elements(await dossiers.doc('cb.bvcm', id), 'nomination')[0].title, expected);
        });
        await test(`so do the papers of it`, async () => {
            await dossiers.submitted(id);
            for (const paper of ['to-trinh', 'danh-sach']) {
                const text = textOf((await (await as('cb.bvcm')).get(`/nominations/${id}/paper/${paper}`)).text);
                assert.match(text, new RegExp(`năm ${year}`), paper);
                assert.ok(!new RegExp(`năm ${year}[^.;]{0,40}năm ${year}`).test(text), `${paper}: ${text.match(new RegExp(`.{60}năm ${year}.{0,40}năm ${year}`))?.[0]}`);
            }
        });
    }
    await db.rows(`UPDATE campaign SET name = ${quoted(old)} WHERE id = ${campaign}`);
}

try {
    await periods();
    await due();
    await oneSecond();
    await roles();
    await positions();
    await uploads();
    await names();
} finally {
    province.stop();
}
done();
