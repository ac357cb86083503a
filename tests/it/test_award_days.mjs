#!/usr/bin/env node
// An award that the law of the day does not give, or that nobody has confirmed, is nominated by no door, and rows from before go no
// further: on the demonstration province, whose law waits for a person to confirm Chiến sĩ thi đua cơ sở from 01/10/2026 on.
import assert from 'node:assert/strict';
import { File } from 'node:buffer';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { elements, textOf, unescape } from '../tour/client.mjs';
import { done, test } from './site.mjs';
import { Dossiers, today } from './live/dossiers.mjs';
import { faults } from './live/crawl.mjs';
import { Province } from './live/province.mjs';

const UNCONFIRMED = /Chiến sĩ thi đua cơ sở[^]*01\/10\/2026[^]*được sửa đổi bởi Luật ngày 23\/4\/2026[^]*chưa được xác nhận[^]*quản trị hệ thống/;
const achievement = 'Hoàn thành xuất sắc nhiệm vụ, có sáng kiến được công nhận.';
const errorOf = (html, field) => unescape(new RegExp(`id="f-${field}-e"[^>]*>([^<]*)<`).exec(html)?.[1] ?? '');

if (today < '2026-10-01') {
    console.log('1..0 # SKIP the law of today has nothing that waits');
    process.exit(0);
}
const province = new Province();
try {
    const dossiers = new Dossiers(province);
    const clerk = await dossiers.as('cb.bvcm');
    const id = await dossiers.draft({ people: 1 });
    const page = `/nominations/${id}`;
    const db = province.database;
    const rows = () => db.value(`SELECT COUNT(*) FROM nominee WHERE nomination_id = ${id} AND award_code <> 'GKSYT'`);
    const person = dossiers.people[dossiers.used++];
    const add = (award_code) => clerk.send(page, `${page}/nominees`, { kind: 'person', name: person['staff-no'], award_code, achievement });
    // A row that stands there from a day on which the award was given.
    const plant = (dossier, outcome, award = 'CSTDCS') => db.rows(
        `INSERT INTO nominee (nomination_id, ordinal, kind, person_id, name, position, unit_id, unit_name, leader, award_code, achievement, outcome)
         SELECT ${dossier}, 99, 'person', person_id, name, position, unit_id, unit_name, leader, '${award}', achievement, '${outcome}'
           FROM nominee WHERE nomination_id = ${dossier} LIMIT 1`);

    await test('the catalogue has a period for each regime, and says which is confirmed', async () => {
        assert.deepEqual(await db.rows("SELECT regime, valid_from, valid_to, confirmed FROM award_type_period WHERE award_code = 'CSTDCS' ORDER BY valid_from"), [
            ['R91', '2017-10-01', '2023-12-31', '1'], ['R98', '2024-01-01', '2025-06-30', '1'], ['R152', '2025-07-01', '2026-09-30', '1'], ['R2026', '2026-10-01', 'NULL', '0']]);
        assert.equal(await db.value("SELECT COUNT(*) FROM award_type WHERE code = 'CSTDCS' AND valid_to IS NULL AND valid_from = '2017-10-01'"), '1');
        assert.equal(await db.value("SELECT valid_to FROM award_type WHERE code = 'GKHUYEN'"), '2025-06-30');
    });
    await test('law check lists what waits to be confirmed', async () => {
        const { code, text } = province.tdkt('law', 'check');
        assert.equal(code, 0, text);
        assert.match(text, /R2026[^\n]*\n *not confirmed[^\n]*CSTDCS/);
    });
    await test('the form refuses it: what waits, since which law, whom to ask', async () => {
        const answer = await add('CSTDCS');
        assert.equal(answer.status, 422);
        assert.match(errorOf(answer.text, 'award_code'), UNCONFIRMED);
        assert.match(errorOf(answer.text, 'award_code'), /R2026\.xml/);
        assert.equal(await rows(), '0');
    });
    await test('the list of choices leaves it out and says so', async () => {
        const { text } = await clerk.get(page);
        assert.doesNotMatch(text, /<option value="CSTDCS"/);
        assert.match(text, /<option value="LDTT"/);
        assert.match(textOf(text), UNCONFIRMED);
        assert.deepEqual(faults(text), []);
    });
    await test('an award that is no more, and one not in the catalogue, are told apart', async () => {
        assert.match(errorOf((await add('GKHUYEN')).text, 'award_code'), /Giấy khen[^]*đến hết ngày 30\/06\/2025/);
        assert.match(errorOf((await add('XYZ')).text, 'award_code'), /Không có danh hiệu/);
        assert.match(errorOf((await add('BKT')).text, 'award_code'), /cấp khác quyết định/);
        assert.equal(await rows(), '0');
    });
    await test('a row is not changed into it', async () => {
        const [row] = elements(await clerk.doc(page), 'nominee');
        const answer = await clerk.send(`${page}/nominees/${row.id}`, `${page}/nominees/${row.id}`,
            { award_code: 'CSTDCS', position: row.position, achievement, version: row.version });
        assert.equal(answer.status, 422);
        assert.match(errorOf(answer.text, 'award_code'), UNCONFIRMED);
        assert.equal(await rows(), '0');
    });
    const list = `Đối tượng;Mã nhân viên;Họ và tên;Danh hiệu;Thành tích\r\nCá nhân;${person['staff-no']};${person['full-name']};Chiến sĩ thi đua cơ sở;${achievement}\r\n`;
    await test('a list of nominees is refused with the row named', async () => {
        const answer = await clerk.send(page, `${page}/import`, { file: new File([list], 'danh-sach.csv') });
        assert.match(textOf(answer.text), UNCONFIRMED);
        assert.doesNotMatch(answer.text, /name="file_id"/);
        assert.equal(await rows(), '0');
    });
    await test('so is the list of the command', async () => {
        const file = path.join(province.folder, 'nominees.csv');
        writeFileSync(file, list);
        const { code, text } = province.tdkt('import', 'nominees', file, '--nomination', String(id));
        assert.notEqual(code, 0);
        assert.match(text, UNCONFIRMED);
        assert.equal(await rows(), '0');
    });

    const steps = [['draft', 'cb.bvcm', 'submit', 'pending'], ['submitted', 'gd.bvcm', 'confirm', 'pending'], ['appraisal', 'thamdinh', 'forward', 'accepted'],
        ['council', 'thuky', 'record', 'accepted'], ['voted', 'giamdoc', 'decide', 'passed']];
    for (const [state, login, action, outcome] of steps)
        await test(`a row from before does not go on: ${action}`, async () => {
            const old = state === 'draft' ? await dossiers.draft({ people: 1 }) : await dossiers.to(state, { people: 1 });
            if (outcome === 'accepted') await db.rows(`UPDATE nominee SET outcome = 'accepted' WHERE nomination_id = ${old}`);
            await plant(old, outcome);
            const visitor = await dossiers.as(login);
            const asked = await visitor.get(`/nominations/${old}/act/${action}`);
            assert.equal(asked.status, 422);
            assert.match(textOf(asked.text), UNCONFIRMED);
            const { version } = elements(await visitor.doc(`/nominations/${old}`), 'nomination')[0];
            const fields = { version, capacity: '', signed_on: today, held_on: today, minutes_no: '1/BB', present: 12, written: 0 };
            const taken = await visitor.send(`/nominations/${old}`, `/nominations/${old}/act/${action}`, fields);
            assert.equal(taken.status, 422);
            assert.match(textOf(taken.text), UNCONFIRMED);
            assert.equal(await db.value(`SELECT state FROM nomination WHERE id = ${old}`), state);
            await db.rows(`UPDATE nominee SET outcome = 'refused' WHERE nomination_id = ${old} AND award_code = 'CSTDCS'`);
            assert.equal((await visitor.get(`/nominations/${old}/act/${action}`)).status, 200, 'refused rows hold nobody up');
        });
    await test('an award the law of the day has dropped stops its row and the dossier, and can be mended', async () => {
        const old = await dossiers.draft({ people: 1 });
        await plant(old, 'pending', 'GKHUYEN');
        const asked = await clerk.get(`/nominations/${old}/act/submit`);
        assert.equal(asked.status, 422);
        assert.match(textOf(asked.text), /1 dòng đề nghị Giấy khen[^]*đến ngày 30\/06\/2025/);
        const row = elements(await clerk.doc(`/nominations/${old}`), 'nominee').find((one) => one['award-code'] === 'GKHUYEN');
        assert.equal((await clerk.send(`/nominations/${old}`, `/nominations/${old}/nominees/${row.id}/remove`, {})).status, 303);
        assert.equal((await clerk.get(`/nominations/${old}/act/submit`)).status, 200);
    });
    await test('the page of such a row does not put another award in its place', async () => {
        const old = await dossiers.draft({ people: 1 });
        await plant(old, 'pending');
        const row = elements(await clerk.doc(`/nominations/${old}`), 'nominee').find((one) => one['award-code'] === 'CSTDCS');
        const { text } = await clerk.get(`/nominations/${old}/nominees/${row.id}`);
        assert.match(text, /<option value="" selected[^>]*>– chọn lại –/);
        assert.doesNotMatch(text, /<option value="CSTDCS"/);
        assert.match(textOf(text), UNCONFIRMED);
    });
    await test('the register still offers and names what is no longer given', async () => {
        const { text } = await (await dossiers.as('thamdinh')).get('/awards');
        assert.match(text, /<option value="CSTDCS"/);
        assert.match(text, /<option value="GKHUYEN"/);
    });
    await test('confirmed in the catalogue alone, it may be written down and still goes no further until the service has the law too', async () => {
        await db.rows("UPDATE award_type_period SET confirmed = TRUE WHERE award_code = 'CSTDCS'");
        try {
            assert.equal((await add('CSTDCS')).status, 303);
            const asked = await clerk.get(`${page}/act/submit`);
            assert.equal(asked.status, 422);
            assert.match(textOf(asked.text), UNCONFIRMED);
        } finally {
            await db.rows("UPDATE award_type_period SET confirmed = FALSE WHERE award_code = 'CSTDCS' AND regime = 'R2026'");
        }
    });
} finally {
    province.stop();
}
done();
