#!/usr/bin/env node
// Numbers, recipients and the law of the day on the department's papers: what is typed is what stands everywhere, a number goes to one
// document, numbers go up with their dates, what is passed over stands in the number book; the council and the law are those of the day.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Visitor, elements, textOf, unescape } from '../tour/client.mjs';
import { done, sleep, test, top } from './site.mjs';
import { Dossiers, today } from './live/dossiers.mjs';
import { Province } from './live/province.mjs';

delete process.env.TDKT_URL; // its own copy: the numbers of a year are counted
const province = new Province();
const year = today.slice(0, 4);
const note = 'Quyết định nhân sự "đợt 1" & <khác>';

const sql = (text) => execFileSync('mariadb', ['--no-defaults', `--socket=${path.join(province.folder, 'mariadb.sock')}`, '--user=tdkt_owner',
    '--default-character-set=utf8mb4', '--batch', '--skip-column-names', 'tdkt'],
{ input: text, encoding: 'utf8', env: { ...process.env, MYSQL_PWD: readFileSync(path.join(province.folder, 'owner.password'), 'utf8').trim() } }).trim();

// A day so many days from today.
const day = (n) => new Date(Date.parse(today) + n * 864e5).toISOString().slice(0, 10);
const dmy = (iso) => iso.split('-').reverse().join('/');
const why = (answer) => textOf(answer.text).match(/(Chưa cho số được|Số \d+ đã|Không có số nào bị bỏ qua|Chưa ghi được)[^]*?Mã: [A-Z]+-\d+/)?.[0] ?? textOf(answer.text).slice(0, 300);

try {
    const dossiers = new Dossiers(province);
    const records = await dossiers.as('vanthu');
    const at = (id, action = 'issue') => `/nominations/${id}/act/${action}`;
    const version = async (id) => elements(await dossiers.doc('vanthu', id), 'nomination')[0].version;
    const book = async (query = '', who = records) => elements(await who.doc(`/numbers${query}`), 'number');
    const next = async (id, action = 'issue') => Number(await dossiers.nextNumber(id, action));
    const give = async (id, fields, who = records) =>
        who.send(at(id), at(id), { version: await version(id), issued_on: today, recipients: 'Như Điều 3\nLưu: VT, TCCB', ...fields });
    const state = async (id) => elements(await dossiers.doc('vanthu', id), 'nomination')[0].state;
    const decided = () => dossiers.to('decided', { people: 1 });
    // As if it had been signed on that day, with the money of that day: 0,3 of the base salary for every row.
    const signedOn = (id, day, each) => sql(`UPDATE decision SET signed_on = '${day}', bonus_total = ${each} WHERE nomination_id = ${id};
        UPDATE nominee SET bonus = ${each} WHERE nomination_id = ${id} AND bonus > 0`);
    // Every refusal: 422, in words, nothing is changed, everything that was typed comes back.
    const refused = async (id, fields, code, words) => {
        const before = sql('SELECT COUNT(*) FROM number_book');
        const sent = { number: 1, skipped: '', skipped_note: '', recipients: 'Như Điều 3; Lưu: VT', issued_on: today, ...fields };
        const back = await give(id, sent);
        assert.equal(back.status, 422, why(back));
        assert.ok(back.text.includes(code), `${code} expected: ${why(back)}`);
        for (const word of [words].flat()) assert.ok(textOf(back.text).includes(word), `"${word}" expected: ${why(back)}`);
        assert.equal(back.text.match(/name="number"[^>]*value="([^"]*)"/)?.[1], String(sent.number));
        assert.ok(back.text.includes(`value="${dmy(sent.issued_on)}"`), 'the day is not kept');
        assert.ok(unescape(back.text).includes(sent.recipients), 'the recipients are not kept');
        if (sent.skipped) assert.match(back.text, new RegExp(`value="${sent.skipped}" selected`));
        assert.ok(unescape(back.text).includes(sent.skipped_note), 'the note is not kept');
        assert.equal(await state(id), 'decided');
        assert.equal(sql('SELECT COUNT(*) FROM number_book'), before);
    };

    let first;
    await test('the number that is typed stands on decision, register, certificate and paper', async () => {
        first = await decided();
        assert.equal(await next(first), 1);
        sql(`UPDATE decision SET signed_on = '${day(1)}' WHERE nomination_id = ${first}`);
        const answer = await give(first, { number: 41, skipped: 'elsewhere', skipped_note: note });
        assert.equal(answer.status, 422);
        assert.match(textOf(answer.text), /Ngày ban hành sớm hơn ngày ký/);
        sql(`UPDATE decision SET signed_on = '${today}' WHERE nomination_id = ${first}`);
        assert.equal((await give(first, { number: 41, skipped: 'elsewhere', skipped_note: note })).status, 303);
        const decision = elements(await dossiers.doc('vanthu', first), 'decision')[0];
        assert.equal(decision.number, '41');
        assert.match((await records.get(`/decisions/${decision.id}`)).text, /Quyết định số 41\/QĐ-SYT/);
        assert.deepEqual([...new Set(elements(await records.doc(`/awards?year=${year}`), 'award').filter((one) => one['decision-id'] === decision.id)
            .map((one) => one['decision-no']))], ['41/QĐ-SYT']);
        for (const name of ['quyet-dinh', 'giay-khen']) {
            const paper = textOf((await records.get(`/decisions/${decision.id}/paper/${name}`)).text);
            assert.ok(paper.includes('41/QĐ-SYT'), `${name} has another number`);
            assert.ok(!paper.includes('01/QĐ-SYT'));
        }
        assert.equal(sql(`SELECT DISTINCT decision_no FROM award WHERE decision_id = ${decision.id}`), '41/QĐ-SYT');
    });

    await test('what was passed over stands in the book: which, why, who and when', async () => {
        const rows = await book();
        assert.deepEqual(rows.map((row) => [row['first-no'], row['last-no'], row.used]), [['41', '41', 'issued'], ['1', '40', 'elsewhere']]);
        assert.equal(rows[1].note, note);
        assert.ok(rows[1]['by-name'] && rows[1].at.startsWith(year));
        assert.equal(rows[0].symbol, 'QĐ-SYT');
        assert.equal(rows[0]['issued-on'], today);
        assert.equal(rows[0].recipients, 'Như Điều 3; Lưu: VT, TCCB');
        assert.ok(rows[0].signer && rows[0].subject);
        const page = textOf((await records.get('/numbers')).text);
        for (const words of ['41/QĐ-SYT', '01 đến 40', 'Dùng cho văn bản khác', note]) assert.ok(page.includes(words), words);
    });

    let second;
    await test('a taken number is refused, and what has it is named', async () => {
        second = await decided();
        await refused(second, { number: 41 }, 'QD-121', ['41/QĐ-SYT', dmy(today), 'Ghi số 42']);
        await refused(second, { number: 7 }, 'QD-123', [note, 'Ghi số 42']);
    });

    await test('a number that passes over others asks what they went to', async () => {
        await refused(second, { number: 43 }, 'QD-124', ['bỏ qua số 42.']);
        await refused(second, { number: 50 }, 'QD-124', ['bỏ qua 8 số, từ 42 đến 49']);
        await refused(second, { number: 42, skipped: 'void', skipped_note: note }, 'QD-125', []);
        const half = await give(second, { number: 44, skipped: 'void' });
        assert.equal(half.status, 422);
        assert.match(half.text, /id="f-skipped_note-e"/);
        const other = await give(second, { number: 44, skipped_note: 'Hỏng' });
        assert.equal(other.status, 422);
        assert.match(other.text, /id="f-skipped-e"/);
        assert.equal((await give(second, { number: 46, skipped: 'reserved', skipped_note: 'Tổng kết khối' })).status, 303);
    });

    await test('a reserved number goes to a later decision, the rest stays reserved', async () => {
        const third = await decided();
        assert.match(textOf((await records.get(at(third))).text), /Số đang giữ trước, dùng được: 42 đến 45 ?\(Tổng kết khối\)/);
        await refused(third, { number: 43, skipped: 'void', skipped_note: note }, 'QD-125', []);
        assert.equal((await give(third, { number: 43 })).status, 303);
        assert.deepEqual((await book()).map((row) => [row['first-no'], row['last-no'], row.used]),
            [['46', '46', 'issued'], ['44', '45', 'reserved'], ['43', '43', 'issued'], ['42', '42', 'reserved'], ['41', '41', 'issued'], ['1', '40', 'elsewhere']]);
        assert.equal((await book())[2].note, 'Tổng kết khối');
        const fourth = await decided();
        assert.equal((await give(fourth, { number: 44 })).status, 303, 'the first of a run');
        const fifth = await decided();
        assert.equal((await give(fifth, { number: 45 })).status, 303, 'the last of a run');
        assert.equal(await next(await decided()), 47, 'the highest stays the highest');
    });

    await test('numbers go up with their dates', async () => {
        // In another year, so that there are days before and after on every day of this one. A reserved number may not be dated after the
        // document over it, the next not before the one under it.
        const one = await decided();
        sql(`UPDATE number_series SET year = 2025 WHERE code = 'QĐ' AND year = ${year}; UPDATE document SET issued_on = '2025-03-12' WHERE number BETWEEN 41 AND 46`);
        signedOn(one, '2025-03-06', 710000);
        await refused(one, { number: 42, issued_on: '2025-03-13' }, 'QD-120', ['13/03/2025', '12/03/2025', 'của số 43']);
        await refused(one, { number: 47, issued_on: '2025-03-11' }, 'QD-104', ['11/03/2025', '12/03/2025', 'của số 46']);
        await refused(one, { number: 42, issued_on: '2025-03-11' }, 'QD-104', ['của số 41']);
        assert.equal((await give(one, { number: 42, issued_on: '2025-03-12' })).status, 303);
        sql(`UPDATE number_series SET year = ${year} WHERE code = 'QĐ' AND year = 2025`);
    });

    await test('a voided number is given to nobody', async () => {
        const one = await decided();
        assert.equal((await give(one, { number: 48, skipped: 'void', skipped_note: 'In hỏng' })).status, 303);
        await refused(await decided(), { number: 47 }, 'QD-122', ['In hỏng', 'Ghi số 49']);
    });

    await test('two clerks at once, one number: one has it, the other is told which document has it', async () => {
        for (let turn = 0; turn < 3; turn++) {
            const ids = [await decided(), await decided()];
            const number = await next(ids[0]);
            const clerks = await Promise.all(ids.map(async () => {
                const one = new Visitor(province.url);
                // A busy machine's directory may answer too late, which is not what is asked here.
                for (let tries = 0; (await one.login('vanthu', province.password)).status === 503 && tries < 5; tries++) await sleep(2000);
                return one;
            }));
            const ready = await Promise.all(ids.map(async (id, i) => ({ tokens: await clerks[i].tokens(at(id)), version: await version(id) })));
            const answers = await Promise.all(ids.map((id, i) => clerks[i].send(at(id), at(id),
                { version: ready[i].version, number, issued_on: today, recipients: 'Như Điều 3; Lưu: VT' }, ready[i].tokens)));
            assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 422], answers.map(why).join(' | '));
            const loser = answers.find(({ status }) => status === 422);
            assert.ok(loser.text.includes('QD-121') && textOf(loser.text).includes(`Ghi số ${number + 1}`), why(loser));
            assert.equal(sql(`SELECT COUNT(*) FROM document WHERE number = ${number} AND YEAR(issued_on) = ${year} AND kind = 'QĐ'`), '1');
        }
    });

    await test('a tờ trình has its own series; the recipients that are typed stand on both papers, the usual ones on a draft', async () => {
        const up = await dossiers.to('proposed', { authority: 'chu_tich_tinh', award: 'BKT', people: 1 });
        const paper = async (id, name) => [...(await records.get(`/nominations/${id}/paper/${name}`)).text.match(/class="recipients"[^]*?<\/div>/)[0].matchAll(/<li[^>]*>([^]*?)<\/li>/g)]
            .map(([, one]) => textOf(one).trim());
        assert.deepEqual((await paper(up, 'to-trinh-cap-tren')).map((one) => one.replace(/^- /, '')), ['Như trên;', 'Lãnh đạo Sở Y tế;', 'Lưu: VT, TCCB.']);
        assert.equal(await next(up, 'send'), 1);
        await dossiers.sent(up, { number: 1, recipients: '- Như trên;\n- Sở Nội vụ (b/c);\n- Lưu: VT.' });
        assert.deepEqual((await paper(up, 'to-trinh-cap-tren')).map((one) => one.replace(/^- /, '')), ['Như trên;', 'Sở Nội vụ (b/c);', 'Lưu: VT.']);
        assert.match(textOf((await records.get(`/nominations/${up}/paper/to-trinh-cap-tren`)).text), /Số: 01\/TTr-SYT/);
        const id = await decided();
        const usual = (await paper(id, 'quyet-dinh')).map((one) => one.replace(/^- /, '').replace(/[;.]$/, ''));
        const proposed = elements(await records.doc(at(id)), 'act')[0].recipients.split('\n');
        assert.deepEqual(usual, proposed, 'the page proposes what the draft shows');
        await dossiers.issued(id, { recipients: 'Như Điều 3; Công đoàn ngành Y tế; Cổng TTĐT Sở; Lưu: VT, TCCB, KHTC' });
        assert.deepEqual((await paper(id, 'quyet-dinh')).map((one) => one.replace(/^- /, '')),
            ['Như Điều 3;', 'Công đoàn ngành Y tế;', 'Cổng TTĐT Sở;', 'Lưu: VT, TCCB, KHTC.']);
        assert.deepEqual((await book('?kind=proposal')).map((row) => row.symbol), ['TTr-SYT']);
        assert.equal(await next(await dossiers.to('proposed', { authority: 'chu_tich_tinh', award: 'BKT', people: 1 }), 'send'), 2);
    });

    await test('a day of issue on which the money would be another is refused', async () => {
        const id = await decided();
        signedOn(id, '2024-06-28', 540000);
        const back = await give(id, { number: 1, issued_on: '2024-07-01' });
        assert.equal(back.status, 422, why(back));
        assert.match(back.text, /id="f-issued_on-e"[^>]*>[^<]*Ngày ban hành này có mức tiền thưởng khác với mức đã ký/);
        assert.equal((await give(id, { number: 1, issued_on: '2024-06-30' })).status, 303, 'the last day of that base salary');
    });

    await test('the law of the day of the paper, not of the last day of its regime', async () => {
        const bases = async (id, name) => textOf((await records.get(`/nominations/${id}/paper/${name}`)).text);
        const id = await decided();
        signedOn(id, '2025-07-15', 710000);
        const draft = await bases(id, 'quyet-dinh');
        assert.ok(draft.includes('01/2024/TT-BNV') && !draft.includes('15/2025/TT-BNV'), 'a draft cites the law of its signature');
        assert.equal((await give(id, { number: 1, issued_on: '2025-08-04' })).status, 303, 'the first of its own year');
        const before = await bases(id, 'quyet-dinh');
        assert.ok(before.includes('01/2024/TT-BNV') && !before.includes('15/2025/TT-BNV'));
        sql(`UPDATE document o JOIN decision d ON d.document_id = o.id SET o.issued_on = '2025-08-05' WHERE d.nomination_id = ${id}`);
        const after = await bases(id, 'quyet-dinh');
        assert.ok(after.includes('15/2025/TT-BNV') && !after.includes('01/2024/TT-BNV'), 'numbered, it cites the law of its number');
        assert.ok(/Điều 54 Nghị định số 152\/2025\/NĐ-CP/.test(after), 'the article stands before the decree');
        assert.ok(!/Luật số|QH1[56]/.test(after), 'a law has no number');
        assert.ok(after.includes(' Sở Y tế, Thủ trưởng các đơn vị có liên quan'), 'the office within a sentence');
        assert.deepEqual((await book('?year=2025')).map((row) => row['first-no']), ['1']);
        sql(`UPDATE document o JOIN decision d ON d.document_id = o.id SET o.issued_on = '2025-07-01', d.signed_on = '2025-06-30' WHERE d.nomination_id = ${id}`);
        const turn = await bases(id, 'quyet-dinh');
        assert.ok(/thưởng[^.]*theo quy định tại Điều 54 Nghị định số 152\/2025\/NĐ-CP/.test(turn) && !/Điều \d+ Nghị định số 98\/2023/.test(turn), 'the money is cited by the law of the same day as the bases');
        sql(`UPDATE nomination SET unit_date = '2025-07-20', unit_number = '12A/TTr-BV.CM' WHERE id = ${id}`);
        const unit = await bases(id, 'to-trinh');
        assert.ok(unit.includes('01/2024/TT-BNV') && !unit.includes('15/2025/TT-BNV'), 'a unit\'s tờ trình cites the law of its own date');
        assert.ok(unit.includes('Số: 12A/TTr-BV.CM'), 'its number is printed as the unit gave it');
        const proposed = async () => (await bases(id, 'quyet-dinh')).match(/Theo đề nghị .*?(?=QUYẾT ĐỊNH:)/)?.[0] ?? '';
        assert.match(await proposed(), /tại Tờ trình số 12A\/TTr-BV\.CM ngày 20 tháng 7 năm 2025 và của/);
        sql(`UPDATE nomination SET unit_date = NULL, unit_number = '5' WHERE id = ${id}`);
        assert.match(await bases(id, 'to-trinh'), /Số: 05\/TTr-BVĐKCM/);
        assert.match(await proposed(), /tại Tờ trình số 05\/TTr-BVĐKCM và của/, 'the decision cites it as it is printed, and leaves no day blank');
        sql(`UPDATE nomination SET unit_date = NULL, unit_number = '' WHERE id = ${id};
            UPDATE nomination_event SET at = '2025-07-30 01:00:00' WHERE nomination_id = ${id} AND action = 'confirm'`);
        assert.ok((await bases(id, 'to-trinh')).includes('01/2024/TT-BNV'), 'not numbered, of the day its head signed');
    });

    await test('N and the thresholds are those of the council and the law of the day of the session', async () => {
        const secretary = await dossiers.as('thuky');
        sql(`INSERT INTO council (unit_id, kind, name, decision_no, founded_on, until, members)
            SELECT id, 'tdkt', 'Hội đồng nhiệm kỳ trước', '7/QĐ-SYT', '2021-01-01', '2025-07-14', 9 FROM unit WHERE code = 'SYT'`);
        const id = await dossiers.to('council', { people: 2 });
        const rows = elements(await dossiers.doc('thuky', id), 'nominee');
        const vote = async (fields) => secretary.send(at(id, 'record'), at(id, 'record'), { version: await version(id), minutes_no: '5/BB', written: 0, ...fields });
        const votes = (yes, no) => Object.fromEntries(rows.flatMap((row) => [[`yes-${row.id}`, yes], [`no-${row.id}`, no]]));
        const page = await secretary.get(at(id, 'record'));
        assert.match(textOf(page.text), /13 thành viên/);
        assert.ok(!page.text.includes('name="members"'), 'N is asked for');
        const old = elements(await secretary.doc(`${at(id, 'record')}?on=2024-05-06`), 'council')[0];
        assert.equal(old.members, '9');
        // The button beside the day looks at that day and keeps what has been typed; nothing is recorded.
        const form = page.text.match(/<form[^>]*method="post"[^>]*\/act\/record"[^]*?<\/form>/)?.[0] ?? '';
        const [, name, value] = form.match(/<button[^>]*name="([^"]*)" value="([^"]*)"[^>]*formnovalidate[^>]*>Xem ngày này</) ?? [];
        assert.ok(name, 'no button for the day in the form that is typed into');
        const looked = await vote({ held_on: '2024-05-06', minutes_no: '77/BB', present: 8, written: 1, ...votes(6, 2), [name]: value });
        assert.equal(looked.status, 200, why(looked));
        assert.match(textOf(looked.text), /Ngày 06\/05\/2024 ?: 9 thành viên ?, Hội đồng nhiệm kỳ trước/);
        for (const [field, typed] of [['held_on', '06/05/2024'], ['minutes_no', '77/BB'], ['present', '8'], ['written', '1'], [`yes-${rows[0].id}`, '6'], [`no-${rows[1].id}`, '2']])
            assert.match(looked.text, new RegExp(`name="${field}"[^>]*value="${typed}"`), `${field} is not kept`);
        assert.ok(!looked.text.includes('class="refusal"'), 'a look is told as a mistake');
        // Of the old council nine may be present, not twelve; and a day without a council is told, with everything kept.
        const many = await vote({ held_on: '2024-05-06', present: 12, ...votes(12, 0) });
        assert.equal(many.status, 422);
        assert.match(textOf(many.text), /nhiều hơn 9 thành viên/);
        assert.match(textOf(many.text), /Ngày 06\/05\/2024 ?: 9 thành viên ?, Hội đồng nhiệm kỳ trước/);
        const none = await vote({ held_on: '2020-05-06', present: 9, ...votes(9, 0) });
        assert.equal(none.status, 422);
        assert.ok(none.text.includes('HD-101'), why(none));
        assert.match(none.text, /value="06\/05\/2020"/);
        assert.match(textOf(none.text), /Không có Hội đồng nào đang trong nhiệm kỳ vào ngày 06\/05\/2020/);
        assert.equal(sql(`SELECT COUNT(*) FROM council_session WHERE nomination_id = ${id}`), '0');
        assert.equal((await vote({ held_on: '2024-05-06', present: 9, ...votes(5, 4) })).status, 303);
        assert.equal(sql(`SELECT CONCAT(members, ' ', present) FROM council_session WHERE nomination_id = ${id}`), '9 9');
    });

    await test('the threshold is that of the law of the day: a title that took half of those present in 2023 takes 80 % of all in 2024', async () => {
        const secretary = await dossiers.as('thuky');
        const id = await dossiers.to('council', { people: 2 });
        sql(`UPDATE nominee SET award_code = 'COTINH' WHERE nomination_id = ${id}`);
        const need = async (on) => elements(await secretary.doc(`${at(id, 'record')}?on=${on}`), 'row')[0].need;
        assert.equal(await need('2023-12-29'), '5');
        assert.equal(await need('2024-01-02'), '8');
        const rows = elements(await dossiers.doc('thuky', id), 'nominee');
        const votes = Object.fromEntries(rows.flatMap((row) => [[`yes-${row.id}`, 7], [`no-${row.id}`, 2]]));
        const record = async (dossier, held_on, ballots) => secretary.send(at(dossier, 'record'), at(dossier, 'record'),
            { version: await version(dossier), minutes_no: '6/BB', present: 9, written: 0, held_on, ...ballots });
        assert.equal((await record(id, '2023-12-29', votes)).status, 303);
        assert.deepEqual(elements(await dossiers.doc('thuky', id), 'nominee').map((row) => row.outcome), ['passed', 'passed']);
        const later = await dossiers.to('council', { people: 1 });
        sql(`UPDATE nominee SET award_code = 'COTINH' WHERE nomination_id = ${later}`);
        const [row] = elements(await dossiers.doc('thuky', later), 'nominee');
        assert.equal((await record(later, '2024-01-02', { [`yes-${row.id}`]: 7, [`no-${row.id}`]: 2 })).status, 303);
        assert.equal(elements(await dossiers.doc('thuky', later), 'nominee')[0].outcome, 'failed');
    });

    // A slip of the key.
    await test('thousands of numbers are passed over only when that is confirmed for the very number', async () => {
        const id = await decided();
        const from = await next(id);
        const typed = { number: from * 10 + 5, skipped: 'elsewhere', skipped_note: note };
        const box = (answer) => answer.text.match(/<input[^>]*name="skipped_sure"[^>]*>/)?.[0];
        assert.doesNotMatch((await records.get(at(id))).text, /skipped_sure/, 'nobody is asked before');
        const asked = [`thì bỏ qua ${typed.number - from} số, từ ${from} đến ${typed.number - 1}`, `Nếu gõ nhầm thì ghi số ${from}`];
        await refused(id, typed, 'QD-126', asked);
        const first = await give(id, typed);
        assert.match(box(first), new RegExp(`value="${typed.number}"`));
        assert.doesNotMatch(box(first), /checked/);
        await refused(id, { ...typed, number: typed.number + 1, skipped_sure: typed.number }, 'QD-126', []);
        const many = sql("SELECT COUNT(*) FROM number_book");
        assert.equal((await give(id, { ...typed, recipients: '', skipped_sure: typed.number })).text.match(/name="skipped_sure"[^>]*checked/)?.length, 1, 'the tick is kept');
        assert.equal(sql('SELECT COUNT(*) FROM number_book'), many);
        assert.equal((await give(id, { ...typed, skipped_sure: typed.number })).status, 303);
        assert.deepEqual((await book()).slice(0, 2).map((row) => [row['first-no'], row['last-no'], row.used]),
            [[String(typed.number), String(typed.number), 'issued'], [String(from), String(typed.number - 1), 'elsewhere']]);
        assert.equal(await next(await decided()), typed.number + 1);
    });

    await test('what was entered wrong is put right in the book, a whole run or a part: seen, audited, and a reserved number is taken', async () => {
        const run = (await book()).find((row) => row.used === 'elsewhere' && row['last-no'] - row['first-no'] > 200);
        const [from, to] = [Number(run['first-no']), Number(run['last-no'])];
        assert.ok((await records.get('/numbers')).text.includes(`href="/numbers/${run.id}"`), 'the book leads there');
        assert.ok(!(await (await dossiers.as('thanhtra')).get('/numbers')).text.includes('href="/numbers/'), 'to the clerk only');
        assert.equal((await (await dossiers.as('thanhtra')).get(`/numbers/${run.id}`)).status, 403);
        const correct = async (id, fields) => records.send(`/numbers/${id}`, `/numbers/${id}`, { version: 1, used: 'reserved', note: 'Gõ nhầm', ...fields });
        const wrong = await correct(run.id, { first_no: from, last_no: to + 1 });
        assert.equal(wrong.status, 422);
        assert.match(textOf(wrong.text), new RegExp(`Chỉ sửa được trong dòng này, từ số ${from} đến số ${to}`));
        assert.match(wrong.text, /value="Gõ nhầm"/, 'what was typed is kept');
        const issued = (await book())[0];
        assert.equal((await correct(issued.id, { first_no: issued['first-no'], last_no: issued['first-no'] })).status, 422);
        const taken = (await records.get(`/numbers/${issued.id}`)).text;
        assert.ok(textOf(taken).includes('đã cấp cho một văn bản') && !taken.includes(`action="/numbers/${issued.id}"`), 'a document has it');
        const answer = await correct(run.id, { first_no: from + 1, last_no: to });
        assert.equal(answer.status, 303);
        assert.equal(answer.location.split('#')[0], `/numbers?kind=award&year=${year}`);
        assert.equal((await correct(run.id, { first_no: from, last_no: from })).status, 409, 'the form of before');
        const rows = (await book()).slice(1, 3);
        assert.deepEqual(rows.map((row) => [row['first-no'], row['last-no'], row.used, row.note, row.was, row['was-note']]),
            [[String(from + 1), String(to), 'reserved', 'Gõ nhầm', 'elsewhere', note], [String(from), String(from), 'elsewhere', note, undefined, undefined]]);
        assert.ok(textOf((await records.get('/numbers')).text).includes(`trước đó sổ ghi: Dùng cho văn bản khác của cơ quan, ${note}`));
        assert.equal(sql("SELECT CONCAT(before_text, ' > ', after_text) FROM audit WHERE action = 'number.correct' ORDER BY id DESC LIMIT 1"),
            `${to - from + 1} số, từ ${from} đến ${to}: Dùng cho văn bản khác của cơ quan, ${note} > ${to - from} số, từ ${from + 1} đến ${to}: Giữ trước cho văn bản sau, Gõ nhầm`);
        const one = await decided();
        assert.equal((await give(one, { number: from + 1 })).status, 303, 'a document takes the number that was lost');
        assert.equal((await correct(rows[0].id, { first_no: from + 3, last_no: from + 3, used: 'void' })).status, 409, 'it is another run since');
        const left = (await book()).find((row) => row['first-no'] === String(from + 2));
        assert.equal((await correct(left.id, { first_no: from + 2, last_no: to, used: 'void' })).status, 303, 'a reserved number is given up');
        await refused(await decided(), { number: from + 2 }, 'QD-122', ['Gõ nhầm']);
    });

    await test('a full book proposes no number that its field refuses', async () => {
        const id = await decided();
        const last = sql(`SELECT last_no FROM number_series WHERE code = 'QĐ' AND year = ${year}`);
        sql(`UPDATE number_series SET last_no = 1000000 WHERE code = 'QĐ' AND year = ${year}`);
        const page = (await records.get(at(id))).text;
        assert.equal(page.match(/name="number"[^>]*value="([^"]*)"/)[1], '');
        assert.match(textOf(page), /Sổ đã đến số lớn nhất/);
        assert.doesNotMatch(page, /1000001/);
        await refused(id, { number: 41 }, 'QD-127', ['số lớn nhất là 1000000']);
        sql(`UPDATE number_series SET last_no = ${last} WHERE code = 'QĐ' AND year = ${year}`);
    });

    await test('what is signed on the last day of a year may be of that year: the page offers its day, the draft has its year', async () => {
        const id = await decided();
        const signed = `${year - 1}-12-31`;
        signedOn(id, signed, 0);
        sql(`INSERT INTO number_series (unit_id, code, year, last_no, last_on) SELECT id, 'QĐ', ${year - 1}, 772, '${year - 1}-12-30' FROM unit WHERE code = 'SYT'
                ON DUPLICATE KEY UPDATE last_no = 772, last_on = '${year - 1}-12-30'`);
        const today_s = (await records.get(at(id))).text;
        assert.match(today_s, new RegExp(`<form class="filters" method="get" action="${at(id)}">`));
        assert.match(today_s, new RegExp(`name="on"[^>]*value="${dmy(today)}"`));
        assert.ok(textOf(today_s).includes(`Ký ngày ${dmy(signed)}`));
        const then = (await records.get(`${at(id)}?on=${dmy(signed).replaceAll('/', '%2F')}`)).text;
        for (const name of ['on', 'issued_on']) assert.match(then, new RegExp(`name="${name}"[^>]*value="${dmy(signed)}"`), name);
        assert.match(then, /name="number"[^>]*value="773"/);
        assert.match(textOf(then), new RegExp(`Số cuối của năm ${year - 1}`));
        const draft = textOf((await records.get(`/nominations/${id}/paper/quyet-dinh`)).text);
        assert.match(draft, new RegExp(`tháng[^0-9]*năm ${year - 1}`), 'the draft is of the year it was signed in');
        assert.equal((await give(id, { number: 773, issued_on: signed })).status, 303);
        assert.match(textOf((await records.get(`/nominations/${id}/paper/quyet-dinh`)).text), new RegExp(`ngày 31 tháng 12 năm ${year - 1}`));
    });

    await test('a unit sees the numbers of its own dossiers, the auditor all of them, staff none', async () => {
        const own = await book('', await dossiers.as('cb.bvcm'));
        assert.ok(own.length > 5 && own.every((row) => row.used === 'issued'), 'the rest of the book is the department\'s');
        assert.deepEqual(await book('', await dossiers.as('cb.ttcm')), [], 'another unit\'s numbers');
        assert.equal((await book('', await dossiers.as('thanhtra'))).length, (await book()).length);
        assert.equal((await (await dossiers.as('nhanvien')).get('/numbers')).status, 403);
    });

    await test('a long book is turned over by key, nothing left out', async () => {
        sql(`INSERT INTO number_series (unit_id, code, year, last_no, last_on) SELECT id, 'QĐ', 2019, 240, '2019-12-30' FROM unit WHERE code = 'SYT';
            INSERT INTO number_book (series_id, first_no, last_no, used, note)
            SELECT s.id, q.seq, q.seq + 1, 'void', CONCAT('Số ', q.seq) FROM number_series s JOIN seq_1_to_239_step_2 q WHERE s.year = 2019 AND s.code = 'QĐ'`);
        const seen = [];
        for (let query = '?year=2019'; query;) {
            const xml = await records.doc(`/numbers${query}`);
            seen.push(...elements(xml, 'number').map((row) => Number(row['first-no'])));
            const more = elements(xml, 'next')[0];
            query = more && `?year=2019&${more.field}=${more.value}`;
        }
        assert.deepEqual(seen, Array.from({ length: 120 }, (_, i) => 239 - 2 * i));
    });

    await test('what was numbered before the book was kept stands in it', async () => {
        const before = sql("SELECT GROUP_CONCAT(series_id, ' ', first_no, ' ', document_id ORDER BY document_id) FROM number_book WHERE used = 'issued'");
        sql("DELETE FROM number_book WHERE used = 'issued'");
        sql(readFileSync(path.join(top, 'sql/migrate/0008_number_book.sql'), 'utf8'));
        assert.equal(sql("SELECT GROUP_CONCAT(series_id, ' ', first_no, ' ', document_id ORDER BY document_id) FROM number_book WHERE used = 'issued'"), before);
    });
} finally {
    province.stop();
}
done();
