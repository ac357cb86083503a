#!/usr/bin/env node
// A row that comes back after the unit's head has signed: only what the return names can change, by whatever is posted; the head and the
// appraiser see what was changed, before and after, newest first; the audit keeps what stood.
import assert from 'node:assert/strict';
import { File } from 'node:buffer';
import { elements, textOf, unescape } from '../tour/client.mjs';
import { done, test } from './site.mjs';
import { Dossiers, today } from './live/dossiers.mjs';
import { faults, invalid } from './live/crawl.mjs';
import { Province } from './live/province.mjs';

const CODES = ['name', 'position', 'award_code', 'achievement', 'period', 'evidence'];
const NOT_ASKED = /không thuộc nội dung được yêu cầu sửa/;
// What the list of errors on top says of a field, and whether its link leads somewhere.
const errorOf = (html, field) => (html.includes(`id="f-${field}"`) ? unescape(new RegExp(`<a href="#f-${field}">([^<]*)<`).exec(html)?.[1] ?? '') : 'a link to nowhere');
const named = (html) => new Set([...html.matchAll(/<(?:input|select|textarea) [^>]*name="([a-z_]+)"/g)].map(([, name]) => name));
const pdf = (name) => new File([Buffer.from('%PDF-1.4\n%%EOF\n')], name);

const province = new Province();
try {
    const dossiers = new Dossiers(province);
    const db = province.database;
    const clerk = await dossiers.as('cb.bvcm');
    const row = (id) => db.row(`SELECT name, position, award_code, achievement, COALESCE(period_from, ''), COALESCE(period_to, ''), outcome, version FROM nominee WHERE id = ${id}`);
    // A signed dossier whose first row is returned for these codes.
    const returned = async (codes, people = 1) => {
        const id = await dossiers.to('appraisal', { people });
        const [first] = (await dossiers.rows(id)).map((one) => one.id);
        await dossiers.judge('thamdinh', id, 'returned', [first], { reason: 'Cần sửa.', return_fields: codes });
        return { id, row: first, page: `/nominations/${id}/nominees/${first}` };
    };
    const others = { position: 'GIÁM ĐỐC GIẢ', award_code: 'LDTT', achievement: 'Thành tích khác hẳn.', period_from: '01/02/2001', period_to: '03/04/2001' };
    const of = { position: ['position'], award_code: ['award_code'], achievement: ['achievement'], period: ['period_from', 'period_to'], name: [], evidence: [] };
    const same = async (id) => {
        const [, position, award_code, achievement, period_from, period_to, , version] = await row(id);
        return { position, award_code, achievement, period_from, period_to, version };
    };

    for (const code of CODES) {
        const at = await returned([code]);
        await test(`returned for ${code}: the page has inputs for that and shows the rest`, async () => {
            const { text } = await clerk.get(at.page);
            const fields = named(text.replace(/<form [^>]*(?:evidence|logout|capacity)[^]*?<\/form>/g, ''));
            const open = new Set(of[code]);
            for (const field of Object.values(of).flat()) assert.equal(fields.has(field), open.has(field), field);
            assert.equal(/action="\/nominations\/\d+\/evidence"/.test(text), code === 'evidence');
            assert.doesNotMatch(text, /\/remove"[^>]*>\s*(?:<input[^>]*>\s*)*<button[^>]*>Bỏ khỏi danh sách/);
            assert.deepEqual(faults(text), []);
        });
        for (const [other, fields] of Object.entries(of)) {
            if (other === code || !fields.length) continue;
            await test(`returned for ${code}: a change of ${other} is refused at its field`, async () => {
                const before = await row(at.row);
                for (const field of fields) {
                    const answer = await clerk.send(at.page, at.page, { ...await same(at.row), [field]: others[field] });
                    assert.equal(answer.status, 422, field);
                    assert.match(errorOf(answer.text, field), NOT_ASKED);
                }
                assert.deepEqual(await row(at.row), before);
            });
        }
        await test(`returned for ${code}: the row stays on the list`, async () => {
            const before = await row(at.row);
            const answer = await clerk.send(at.page, `${at.page}/remove`, {});
            assert.equal(answer.status, 409);
            assert.match(textOf(answer.text), /Thủ trưởng đơn vị đã ký/);
            assert.deepEqual(await row(at.row), before);
        });
        await test(`returned for ${code}: papers ${code === 'evidence' ? 'can be added' : 'are refused'}`, async () => {
            const answer = await clerk.send(at.page, `/nominations/${at.id}/evidence`, { kind: 'bao_cao', nominee_id: at.row, file: pdf('Báo cáo.pdf') });
            assert.equal(answer.status, code === 'evidence' ? 303 : 409, textOf(answer.text).slice(0, 200));
            if (code !== 'evidence') assert.match(textOf(answer.text), /không được trả lại để bổ sung giấy tờ/);
            assert.equal(await db.value(`SELECT COUNT(*) FROM evidence WHERE nominee_id = ${at.row}`), code === 'evidence' ? '1' : '0');
        });
        await test(`returned for ${code}: what was asked for is taken, the rest as it stood may come along`, async () => {
            const before = await row(at.row);
            const asked = Object.fromEntries(of[code].map((field) => [field, others[field]]));
            const answer = await clerk.send(at.page, at.page, { ...await same(at.row), ...asked });
            assert.equal(answer.status, 303, textOf(answer.text).slice(0, 400));
            const after = await row(at.row);
            const columns = { position: 1, award_code: 2, achievement: 3, period_from: 4, period_to: 5 };
            for (const [field, column] of Object.entries(columns)) {
                const typed = of[code].includes(field) ? others[field].replace(/^(\d+)\/(\d+)\/(\d+)$/, '$3-$2-$1') : before[column];
                assert.equal(after[column], typed, field);
            }
            assert.deepEqual([after[0], after[6]], [before[0], 'pending']);
        });
    }
    await test('only what is open need come: the form of a row returned for its achievement', async () => {
        const at = await returned(['achievement']);
        const before = await row(at.row);
        const answer = await clerk.send(at.page, at.page, { achievement: 'Khám 5.000 lượt người bệnh.', version: before[7] });
        assert.equal(answer.status, 303, textOf(answer.text).slice(0, 300));
        assert.match(textOf((await clerk.get(answer.location)).text), /Đã gửi lại dòng đề nghị\. Dòng này đã chuyển về thường trực Hội đồng/);
        assert.deepEqual((await row(at.row)).slice(0, 6), [...before.slice(0, 3), 'Khám 5.000 lượt người bệnh.', ...before.slice(4, 6)]);
        assert.equal((await clerk.send(at.page, at.page, { achievement: '', version: before[7] })).status, 409, 'and it is away again');
    });
    await test('a row returned for its name takes the name of the records, never a typed one', async () => {
        const at = await returned(['name']);
        const [name, , , , , , , version] = await row(at.row);
        await db.rows(`UPDATE person SET full_name = 'Nguyễn Văn Đúng' WHERE id = (SELECT person_id FROM nominee WHERE id = ${at.row})`);
        assert.match(textOf((await clerk.get(at.page)).text), /Nguyễn Văn Đúng/);
        assert.equal((await clerk.send(at.page, at.page, { version })).status, 303);
        assert.equal((await row(at.row))[0], 'Nguyễn Văn Đúng');
        assert.deepEqual(await db.row(`SELECT field, before_text, after_text FROM nominee_change WHERE nominee_id = ${at.row} ORDER BY id DESC LIMIT 1`), ['name', name, 'Nguyễn Văn Đúng']);
        await db.rows(`UPDATE person SET full_name = '${name}' WHERE full_name = 'Nguyễn Văn Đúng'`);
    });
    await test('papers of another row, or of the dossier, stay as the head saw them', async () => {
        const id = await dossiers.draft({ people: 2 });
        await dossiers.attach(id);
        const [one, two] = (await dossiers.rows(id)).map((each) => each.id);
        const attach = (row, name) => clerk.send(`/nominations/${id}`, `/nominations/${id}/evidence`, { kind: 'bao_cao', nominee_id: row, file: pdf(name) });
        await attach(one, 'một.pdf');
        await attach(two, 'hai.pdf');
        await dossiers.submitted(id);
        await dossiers.appraisal(id);
        await dossiers.judge('thamdinh', id, 'returned', [one], { reason: 'Sai giấy tờ.', return_fields: ['evidence'] });
        const papers = await db.rows(`SELECT id, nominee_id FROM evidence WHERE nomination_id = ${id} ORDER BY id`);
        assert.equal(papers.length, 3);
        for (const [paper, of] of papers) {
            const answer = await clerk.send(`/nominations/${id}`, `/nominations/${id}/evidence/${paper}/remove`, {});
            assert.equal(answer.status, of === one ? 303 : 409, `paper of ${of}`);
        }
        assert.equal((await attach(two, 'ba.pdf')).status, 409);
        assert.equal((await attach('', 'ba.pdf')).status, 409);
        assert.deepEqual(await db.rows(`SELECT nominee_id FROM evidence WHERE nomination_id = ${id} ORDER BY id`), [['NULL'], [two]]);
        assert.deepEqual(await db.row(`SELECT field, before_text, after_text FROM nominee_change WHERE nomination_id = ${id} ORDER BY id DESC LIMIT 1`),
            ['evidence', 'Báo cáo thành tích: một.pdf', '']);
    });

    await test('a refused paper of a returned row comes back on the page of the row, with its form', async () => {
        const at = await returned(['evidence']);
        const door = `/nominations/${at.id}/evidence`;
        for (const [file, why] of [[undefined, /Hãy chọn một tệp/], [new File([Buffer.from('abc')], 'a.txt'), /Loại tệp này không nhận/]]) {
            const back = await clerk.send(at.page, door, { kind: 'sang_kien_co_so', nominee_id: at.row, ...file && { file } });
            assert.equal(back.status, 422);
            assert.match(errorOf(back.text, 'file'), why);
            assert.match(back.text, /<form [^>]*action="\/nominations\/\d+\/evidence"[^]*<option value="sang_kien_co_so" selected/);
            assert.match(back.text, new RegExp(`name="nominee_id" value="${at.row}"`));
            assert.match(back.text, /Cần sửa: [^<]*giấy tờ/i);
            assert.deepEqual(faults(back.text), []);
        }
        await clerk.send(at.page, door, { kind: 'bao_cao', nominee_id: at.row, file: pdf('a.pdf') });
        await clerk.send(at.page, at.page, { version: (await row(at.row))[7] });
        const late = await clerk.send(at.page, door, { kind: 'bao_cao', nominee_id: at.row });
        assert.equal(late.status, 409, 'nothing can be added any more: there is no form to come back');
        assert.doesNotMatch(textOf(late.text), /giữ nguyên/);
    });

    // Two rows changed after the signature, one of them twice.
    const story = await (async () => {
        const at = await returned(['position', 'achievement'], 3);
        const [first, second] = (await dossiers.rows(at.id)).map((one) => one.id);
        const names = [(await row(first))[0], (await row(second))[0]];
        await clerk.send(at.page, at.page, { ...await same(first), position: 'Bác sĩ chính', achievement: 'Lần một.' });
        await dossiers.judge('thamdinh', at.id, 'returned', [first], { reason: 'Còn thiếu.', return_fields: ['achievement'] });
        await clerk.send(at.page, at.page, { ...await same(first), achievement: 'Lần hai.' });
        await dossiers.judge('thamdinh', at.id, 'returned', [second], { reason: 'Sai.', return_fields: ['award_code'] });
        const other = `/nominations/${at.id}/nominees/${second}`;
        await clerk.send(other, other, { ...await same(second), award_code: 'LDTT' });
        return { ...at, first, second, names };
    })();
    for (const login of ['gd.bvcm', 'thamdinh', 'cb.bvcm'])
        await test(`${login} sees what changed after the signature, newest first, before and after`, async () => {
            const visitor = await dossiers.as(login);
            const { text } = await visitor.get(`/nominations/${story.id}`);
            const panel = unescape(/<section[^>]*id="changes"[^]*?<\/section>/.exec(text)?.[0] ?? '').replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
            const order = [`${story.names[1]}`, 'Giấy khen của Giám đốc Sở Y tế', 'Lao động tiên tiến', 'Lần một.', 'Lần hai.', 'Lần một.', 'Bác sĩ chính'];
            let from = 0;
            for (const part of order) {
                const found = panel.indexOf(part, from);
                assert.ok(found >= from, `"${part}" after ${from}: ${panel}`);
                from = found + 1;
            }
            assert.equal([...text.matchAll(/Đã sửa sau khi ký/g)].length, 2, 'two rows of three are marked');
            assert.deepEqual(faults(text), []);
            const listed = await visitor.get('/nominations');
            assert.match(textOf(listed.text), /2 sửa sau khi ký/);
            const one = textOf((await visitor.get(`/nominations/${story.id}/nominees/${story.first}`)).text);
            assert.match(one, /Lần một\.[^]*Lần hai\.[^]*Lần một\.[^]*Bác sĩ chính/);
            assert.doesNotMatch(one, /Lao động tiên tiến/);
            const documents = await Promise.all([`/nominations/${story.id}`, `/nominations/${story.id}/nominees/${story.first}`, '/nominations'].map(async (address) =>
                [address, (await visitor.get(`${address}.xml`)).bytes]));
            assert.deepEqual(invalid(documents, province.folder), []);
        });
    await test('a row sent again as it was is told from one that was changed', async () => {
        const at = await returned(['achievement']);
        assert.equal((await clerk.send(at.page, at.page, await same(at.row))).status, 303);
        assert.match(textOf((await (await dossiers.as('thamdinh')).get(`/nominations/${at.id}`)).text), /Gửi lại như cũ, không sửa/);
    });
    await test('more changes than a page shows: the dossier opens, and all of them can be read', async () => {
        const at = await returned(['achievement']);
        assert.equal((await clerk.send(at.page, at.page, { ...await same(at.row), achievement: 'Lần thứ nhất.' })).status, 303);
        await db.rows(`INSERT INTO nominee_change (nomination_id, event_id, nominee_id, name, field, before_text, after_text)
            SELECT c.nomination_id, c.event_id, c.nominee_id, c.name, c.field, CONCAT('Trước ', q.seq), CONCAT('Sau ', q.seq)
              FROM nominee_change c JOIN seq_1_to_120 q WHERE c.nominee_id = ${at.row} AND c.field = 'achievement'`);
        const head = await dossiers.as('gd.bvcm');
        const seen = [];
        for (let query = ''; query !== undefined;) {
            const answer = await head.get(`/nominations/${at.id}.xml${query}`);
            assert.equal(answer.status, 200, textOf(answer.text).slice(0, 200));
            seen.push(...elements(answer.text, 'change').map((one) => Number(one.id)));
            const more = elements(answer.text, 'next').find((one) => one.field === 'before_change');
            query = more && `?before_change=${more.value}`;
        }
        assert.deepEqual(seen, (await db.rows(`SELECT id FROM nominee_change WHERE nominee_id = ${at.row} AND field = 'achievement' ORDER BY id DESC`)).map(([one]) => Number(one)));
    });
    await test('what the head signs anew is nothing that changed after him', async () => {
        await dossiers.act('thamdinh', story.id, 'return', { reason: 'Làm lại.' });
        const draft = await clerk.doc(`/nominations/${story.id}`);
        const left = elements(draft, 'nominee').find((one) => one.id === story.second);
        assert.equal((await clerk.send(`/nominations/${story.id}`, `/nominations/${story.id}/nominees/${left.id}/remove`, {})).status, 303, 'a draft is the clerk\'s again');
        await dossiers.submitted(story.id);
        const head = await dossiers.as('gd.bvcm');
        assert.match(textOf((await head.get(`/nominations/${story.id}`)).text), new RegExp(`bỏ khỏi danh sách[^]*${story.names[1]}`, 'i'));
        assert.match(textOf((await head.get('/')).text), /sửa sau khi ký/);
        await dossiers.appraisal(story.id);
        const { text } = await head.get(`/nominations/${story.id}`);
        assert.doesNotMatch(text, /id="changes"|Đã sửa sau khi ký/);
        assert.doesNotMatch(textOf((await head.get(`/nominations/${story.id}/nominees/${story.first}`)).text), /Lần một/);
    });

    await test('the audit keeps what stood before an edit, and after', async () => {
        const id = await dossiers.draft({ people: 1 });
        const [one] = (await dossiers.rows(id)).map((each) => each.id);
        const page = `/nominations/${id}/nominees/${one}`;
        const [name, position, , achievement] = await row(one);
        await clerk.send(page, page, { ...await same(one), position: 'Điều dưỡng trưởng', award_code: 'LDTT', achievement: 'Mới hẳn.', period_from: '01/01/2026', period_to: '30/06/2026' });
        assert.deepEqual(await db.row(`SELECT action, before_text, after_text FROM audit WHERE object = 'nominee' AND object_id = ${one} ORDER BY id DESC LIMIT 1`), ['nomination.edit',
            `Chức vụ: ${position}; Danh hiệu, hình thức: Giấy khen của Giám đốc Sở Y tế; Thành tích: ${achievement}; Thời gian lập thành tích: (trống)`,
            'Chức vụ: Điều dưỡng trưởng; Danh hiệu, hình thức: Lao động tiên tiến; Thành tích: Mới hẳn.; Thời gian lập thành tích: 01/01/2026 - 30/06/2026']);
        const unit = await db.value(`SELECT unit_name FROM nominee WHERE id = ${one}`);
        await clerk.send(page, `${page}/remove`, {});
        assert.deepEqual(await db.row("SELECT action, before_text, after_text FROM audit ORDER BY id DESC LIMIT 1"), ['nomination.remove',
            `Họ tên, tên tập thể: ${name}; Chức vụ: Điều dưỡng trưởng; Đơn vị: ${unit}; Danh hiệu, hình thức: Lao động tiên tiến; Thành tích: Mới hẳn.; Thời gian lập thành tích: 01/01/2026 - 30/06/2026`, '']);
    });
    await test('so it does of the dossier\'s own fields', async () => {
        const id = await dossiers.draft({ people: 0, title: 'Tên thứ nhất' });
        const page = `/nominations/${id}`;
        const [{ version }] = elements(await clerk.doc(page), 'nomination');
        assert.equal((await clerk.send(page, page, { title: 'Tên thứ hai', note: '', minutes_no: '99/BB', minutes_date: today, unit_number: '7/TTr', unit_date: today, version })).status, 303);
        const [action, before, after] = await db.row(`SELECT action, before_text, after_text FROM audit WHERE object = 'nomination' AND object_id = ${id} ORDER BY id DESC LIMIT 1`);
        assert.equal(action, 'nomination.change');
        assert.match(before, /^Trích yếu: Tên thứ nhất; Biên bản: 21\/BB-HĐTĐKT, \d\d\/\d\d\/\d{4}; Ghi chú: Đã công khai tại bảng tin của bệnh viện\.$/);
        assert.match(after, /^Trích yếu: Tên thứ hai; Biên bản: 99\/BB, \d\d\/\d\d\/\d{4}; Tờ trình: 7\/TTr, \d\d\/\d\d\/\d{4}$/);
    });
} finally {
    province.stop();
}
done();
