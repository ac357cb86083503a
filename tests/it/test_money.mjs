#!/usr/bin/env node
// Money and thresholds on other days than today, each figure written by hand: tests/data/{decided-money,result-money,session-votes}.csv.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { elements } from '../tour/client.mjs';
import { done, test, top } from './site.mjs';
import { Dossiers } from './live/dossiers.mjs';
import { Province } from './live/province.mjs';

function table(name) {
    const [head, ...lines] = readFileSync(path.join(top, 'tests/data', name), 'utf8').split('\n')
        .filter((line) => line && !line.startsWith('#')).map((line) => line.split(';'));
    return lines.map((line) => Object.fromEntries(head.map((column, i) => [column, line[i]])));
}

const number = (text) => (text === '' ? null : Number(text));
const said = (answer) => answer.text.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ').slice(0, 900);

const province = new Province();
try {
    const dossiers = new Dossiers(province);
    const db = province.database;
    const khoa = await db.value(`SELECT n.official FROM unit u JOIN unit_name n ON n.unit_id = u.id JOIN unit p ON p.id = u.parent_id
                                  WHERE p.code = 'BV-DKCM' AND u.kind = 'khoa' ORDER BY u.id LIMIT 1`);

    // Another row of the same subject, for an award that a dossier of this authority does not take by its forms.
    const also = async (row, award, outcome) => {
        const columns = 'nomination_id, kind, person_id, collective_id, name, position, unit_id, unit_name, leader, achievement';
        await db.rows(`INSERT INTO nominee (ordinal, award_code, outcome, ${columns})
                       SELECT ordinal + 100, '${award}', '${outcome}', ${columns} FROM nominee WHERE id = ${row}`);
        return db.value(`SELECT MAX(id) FROM nominee WHERE award_code = '${award}'`);
    };
    const rowOf = (id, who, award) => db.value(`SELECT id FROM nominee WHERE nomination_id = ${id} AND award_code = '${award}' AND
        ${who['staff-no'] ? `person_id = (SELECT id FROM person WHERE staff_no = '${who['staff-no']}')` : 'collective_id IS NOT NULL'}`);
    const moneyOf = async (rows) => Object.fromEntries(await Promise.all(Object.entries(rows).map(async ([name, row]) =>
        [name, number(await db.value(`SELECT COALESCE(bonus, '') FROM nominee WHERE id = ${row}`))])));
    const act = async (login, id, action, fields) => {
        const visitor = await province.person(login);
        const page = `/nominations/${id}/act/${action}`;
        const { version } = elements(await visitor.doc(`/nominations/${id}`), 'nomination')[0];
        return visitor.send(page, page, { version, ...fields });
    };
    await db.rows(`INSERT INTO council (unit_id, kind, name, decision_no, founded_on, until, members)
                   SELECT unit_id, kind, 'Hội đồng nhiệm kỳ trước', '10/QĐ-SYT', '2020-01-01', '2025-07-14', 11 FROM council LIMIT 1`);

    // A dossier before the director, for which the council was of one mind but for one row.
    const id = await dossiers.draft({ people: 0, title: 'Tiền thưởng các ngày khác nhau' });
    const [A, B, C] = dossiers.next(3);
    for (const one of [A, B, C]) await dossiers.add(id, { name: one['staff-no'], award_code: 'GKSYT' });
    await dossiers.add(id, { name: A['staff-no'], award_code: 'LDTT' });
    await dossiers.add(id, { kind: 'collective', name: khoa, award_code: 'GKSYT' });
    await dossiers.submitted(id);
    await dossiers.appraisal(id);
    await dossiers.council(id);
    const rows = { 'A GKSYT': await rowOf(id, A, 'GKSYT'), 'A LDTT': await rowOf(id, A, 'LDTT'), 'K GKSYT': await rowOf(id, {}, 'GKSYT'),
        'C GKSYT': await rowOf(id, C, 'GKSYT') };
    rows['B LDTT'] = await rowOf(id, B, 'GKSYT');
    await db.rows(`UPDATE nominee SET award_code = 'LDTT' WHERE id = ${rows['B LDTT']}`);
    rows['B CSTDT'] = await also(rows['B LDTT'], 'CSTDT', 'accepted');
    rows['K TTLDTT'] = await also(rows['K GKSYT'], 'TTLDTT', 'accepted');
    rows['K TTLDXS'] = await also(rows['K GKSYT'], 'TTLDXS', 'accepted');

    const banner = await also(rows['K GKSYT'], 'COTINH', 'accepted');
    const votes = table('session-votes.csv');
    for (const { held_on, members, yes, COTINH, GKSYT } of votes) {
        await test(`${held_on}: ${yes} yes of ${members}: COTINH ${COTINH}, GKSYT ${GKSYT}`, async () => {
            const ballots = Object.fromEntries([...Object.values(rows), banner].flatMap((row) => [[`yes-${row}`, yes], [`no-${row}`, members - yes]]));
            const answer = await act('thuky', id, 'record', { held_on, minutes_no: '5/BB', present: members, written: 0, ...ballots });
            assert.equal(answer.status, 303, said(answer));
            assert.deepEqual(await db.row(`SELECT members, present, held_on FROM council_session WHERE nomination_id = ${id}`), [members, members, held_on]);
            assert.equal(await db.value(`SELECT outcome FROM nominee WHERE id = ${banner}`), COTINH);
            assert.equal(await db.value(`SELECT outcome FROM nominee WHERE id = ${rows['A GKSYT']}`), GKSYT);
        });
        await db.rows(`DELETE FROM council_session WHERE nomination_id = ${id}`);
        await db.rows(`UPDATE nominee SET outcome = 'accepted', reason = '', yes = NULL, no = NULL WHERE nomination_id = ${id}`);
        await db.rows(`UPDATE nomination SET state = 'council' WHERE id = ${id}`);
    }

    await db.rows(`DELETE FROM nominee WHERE id = ${banner}`);
    await test('one row fails, the others pass', async () => {
        const ballots = Object.fromEntries(Object.entries(rows).flatMap(([name, row]) => [[`yes-${row}`, name === 'C GKSYT' ? 5 : 11], [`no-${row}`, 0]]));
        const answer = await act('thuky', id, 'record', { held_on: '2023-05-10', minutes_no: '5/BB', present: 11, written: 0, ...ballots });
        assert.equal(answer.status, 303, said(answer));
        assert.equal(await db.value(`SELECT GROUP_CONCAT(outcome ORDER BY outcome) FROM nominee WHERE nomination_id = ${id}`), 'failed,passed,passed,passed,passed,passed,passed,passed');
    });

    for (const line of table('decided-money.csv')) {
        await test(`a decision signed on ${line.signed_on}: ${line.total} đồng, as the page says when it comes back`, async () => {
            const again = await act('giamdoc', id, 'decide', { capacity: 'XX', signed_on: line.signed_on });
            assert.equal(again.status, 422);
            assert.ok(again.text.includes(`tiền thưởng ${new Intl.NumberFormat('vi').format(line.total)} đồng`), said(again));
            const answer = await act('giamdoc', id, 'decide', { capacity: '', signed_on: line.signed_on });
            assert.equal(answer.status, 303, said(answer));
            const expected = Object.fromEntries(Object.keys(rows).map((name) => [name, number(line[name])]));
            assert.deepEqual(await moneyOf(rows), expected);
            assert.deepEqual(await db.row(`SELECT signed_on, regime, base_salary, bonus_total FROM decision WHERE nomination_id = ${id}`),
                [line.signed_on, line.regime, line.base, line.total]);
        });
        await db.rows(`DELETE FROM decision WHERE nomination_id = ${id}`);
        await db.rows(`UPDATE nominee SET outcome = 'passed', bonus = NULL WHERE nomination_id = ${id} AND outcome = 'granted'`);
        await db.rows(`UPDATE nomination SET state = 'voted' WHERE id = ${id}`);
    }

    const above = await dossiers.draft({ people: 0, authority: 'chu_tich_tinh', title: 'Cấp trên quyết định các ngày khác nhau' });
    const [D, E] = dossiers.next(2);
    for (const one of [D, E]) await dossiers.add(above, { name: one['staff-no'], award_code: 'BKT' });
    await dossiers.add(above, { kind: 'collective', name: khoa, award_code: 'BKT' });
    for (const next of ['submitted', 'appraisal', 'council', 'voted', 'proposed', 'sent']) await dossiers[next](above);
    const up = { 'A BKT': await rowOf(above, D, 'BKT'), 'B BKT': await rowOf(above, E, 'BKT'), 'K TTLDXS': await rowOf(above, {}, 'BKT') };
    await db.rows(`UPDATE nominee SET award_code = 'TTLDXS' WHERE id = ${up['K TTLDXS']}`);
    up['A CSTDT'] = await also(up['A BKT'], 'CSTDT', 'passed');
    up['K COTINH'] = await also(up['K TTLDXS'], 'COTINH', 'passed');
    await db.rows(`UPDATE decision SET signed_on = '2023-01-05' WHERE nomination_id = ${above}`);

    for (const line of table('result-money.csv')) {
        await test(`a higher authority decides on ${line.result_date}: ${line.total} đồng`, async () => {
            const answer = await act('thamdinh', above, 'result', { result_no: '77/QĐ-UBND', result_date: line.result_date,
                row: [up['A BKT'], up['A CSTDT'], up['K TTLDXS']] });
            assert.equal(answer.status, 303, said(answer));
            const expected = Object.fromEntries(Object.keys(up).map((name) => [name, number(line[name])]));
            assert.deepEqual(await moneyOf(up), expected);
            assert.deepEqual(await db.row(`SELECT result_no, result_date, bonus_total FROM decision WHERE nomination_id = ${above}`),
                ['77/QĐ-UBND', line.result_date, line.total]);
            assert.equal(await db.value(`SELECT GROUP_CONCAT(outcome ORDER BY outcome) FROM nominee WHERE nomination_id = ${above}`), 'failed,failed,granted,granted,granted');
            assert.equal(await db.value(`SELECT SUM(bonus) FROM award WHERE decision_no = '77/QĐ-UBND' AND decision_date = '${line.result_date}'`), line.total);
            const papers = elements(await (await province.person('thamdinh')).doc(`/nominations/${above}`), 'paper').map((one) => one.id);
            assert.ok(papers.includes('to-trinh-cap-tren') && !papers.includes('quyet-dinh'), papers.join(' '));
        });
        await db.rows(`DELETE FROM award WHERE decision_no = '77/QĐ-UBND'`);
        await db.rows(`UPDATE decision SET result_no = '', result_date = NULL, bonus_total = 0 WHERE nomination_id = ${above}`);
        await db.rows(`UPDATE nominee SET outcome = 'passed', reason = '', bonus = NULL WHERE nomination_id = ${above}`);
        await db.rows(`UPDATE nomination SET state = 'sent' WHERE id = ${above}`);
    }
} finally {
    province.stop();
}
done();
