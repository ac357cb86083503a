// What can be wrong with an act, by the words of the table of refused acts. Each changes a form that would be taken, or the records it
// is about; what it changed in the records is put back by the function it answers.
//   guard: the condition of the flow that does not hold.  need: what the flow asks for that is missing or wrong.
import { File } from 'node:buffer';
import { quoted } from '../live/database.mjs';
import { today } from '../live/dossiers.mjs';
import { pdf } from './acts.mjs';

const dayBefore = (day, n) => new Date(Date.parse(day) - n * 86400e3).toISOString().slice(0, 10);
export const yesterday = dayBefore(today, 1);
export const tomorrow = dayBefore(today, -1);

// Sets columns of the rows that match; answers what puts them back.
async function set(c, table, where, values) {
    const columns = Object.keys(values);
    const before = await c.db.rows(`SELECT id, ${columns.map((one) => `QUOTE(${one})`).join(', ')} FROM ${table} WHERE ${where}`);
    const write = (text) => columns.map((one, i) => `${one} = ${text[i]}`).join(', ');
    if (!before.length) throw new Error(`no ${table} where ${where}`);
    await c.db.rows(`UPDATE ${table} SET ${write(columns.map((one) => values[one]))} WHERE ${where}`);
    return async () => {
        for (const [id, ...old] of before) await c.db.rows(`UPDATE ${table} SET ${write(old)} WHERE id = ${id}`);
    };
}

const field = (name, value, more = {}) => ({ ...more, set: (c, t) => { t.fields[name] = value; } });
const on = (name, more) => ({ ...more, dossier: (made) => made[name] });
const quota = (individuals, collectives, guard = 'within-allotment') => ({
    guard, dossier: (made, t) => (t.state === 'draft' ? made.allotted : made.allottedSubmitted),
    set: (c) => set(c, 'campaign', `id = ${c.made.campaign}`, { quota_individuals: individuals, quota_collectives: collectives }),
});
const titled = (title, capacity) => ({
    need: 'capacity',
    async set(c, t) {
        t.fields.capacity = capacity;
        return set(c, 'position', `valid_to IS NULL AND person_id = (SELECT id FROM person WHERE login = '${t.login}')`, { title: quoted(title) });
    },
});
const row = (id, values) => (c, t) => set(c, 'nominee', id(t), values);
const every = (t) => `nomination_id = ${t.id}`;

const plain = {
    'sai trạng thái': {},
    'sai vai trò': {},
    'việc cùng tên ở trạng thái khác': {},
    'bấm lần thứ hai': { later: true },
    'hồ sơ đã đổi sau khi mở trang': { set: (c, t) => { t.fields.version -= 1; } },
    'danh sách đã đổi sau khi mở trang': { set: (c, t) => { t.fields.version -= 1; } },
    'dòng đã đổi sau khi mở trang': { set: (c, t) => set(c, 'nominee', `id = ${t.row}`, { version: 'version + 1' }) },
};

const guards = {
    'người làm có tên trong hồ sơ': {
        guard: 'not-a-nominee',
        set: (c, t) => set(c, 'nominee', `nomination_id = ${t.id} ORDER BY id LIMIT 1`, { person_id: `(SELECT id FROM person WHERE login = '${t.login}')` }),
    },
    'danh sách trống': { guard: 'has-nominees', set: (c, t) => set(c, 'nominee', every(t), { nomination_id: c.made.empty }) },
    'vượt số cá nhân được phân bổ': quota('2', 'NULL'),
    'vượt số tập thể được phân bổ': quota('NULL', '0'),
    'vượt cả hai số được phân bổ': quota('1', '0'),
    'hình thức chưa được xác nhận': { guard: 'awards-given', set: row(every, { award_code: "'CSTDCS'" }) },
    'hình thức không còn trong quy định': { guard: 'awards-given', set: row(every, { award_code: "'GKHUYEN'" }) },
    'có người đang bị kỷ luật': {
        guard: 'eligible',
        async set(c, t) {
            const person = await c.db.value(`SELECT person_id FROM nominee WHERE nomination_id = ${t.id} AND person_id IS NOT NULL ORDER BY id LIMIT 1`);
            await c.db.rows(`INSERT INTO hold (person_id, kind, level, from_date, note) VALUES (${person}, 'discipline', 'canh_cao', '${yesterday}', 'refused')`);
            return () => c.db.rows(`DELETE FROM hold WHERE person_id = ${person} AND note = 'refused'`);
        },
    },
    'chưa ghi biên bản họp': { guard: 'papers-complete', set: (c, t) => set(c, 'nomination', `id = ${t.id}`, { minutes_no: "''" }) },
    'đã có người xử lý': {
        guard: 'nobody-acted',
        set: (c, t) => set(c, 'nomination_event', `nomination_id = ${t.id} ORDER BY id DESC LIMIT 1`, { action: "'edit'" }),
    },
    'thường trực đã xét một dòng': on('returned', { guard: 'nobody-acted' }),
    'còn dòng chưa xét': on('half', { guard: 'rows-judged' }),
    'còn dòng đang chờ đơn vị sửa': on('returned', { guard: 'rows-judged' }),
    'không dòng nào đạt': on('noneAccepted', { guard: 'some-accepted' }),
    'hồ sơ do cấp trên quyết định': on('votedAbove', { guard: 'authority-ours' }),
    'hồ sơ do Giám đốc Sở quyết định': on('voted', { guard: 'authority-above' }),
    'chưa có kết quả Hội đồng': { guard: 'vote-recorded', set: row(every, { outcome: "'accepted'" }) },
    'không ai đủ phiếu': { guard: 'some-passed', set: row(every, { outcome: "'failed'" }) },
};

const vote = (name, value) => ({
    need: 'counts',
    set(c, t) {
        const key = Object.keys(t.fields).find((one) => one.startsWith(name));
        t.fields[key] = value;
    },
});

const needs = {
    'không ghi lý do': field('reason', '', { need: 'reason' }),
    'lý do chỉ có dấu cách': field('reason', '   ', { need: 'reason' }),
    'thủ trưởng ghi KT.': field('capacity', 'KT', { need: 'capacity' }),
    'thủ trưởng ghi Q.': field('capacity', 'Q', { need: 'capacity' }),
    'cấp phó không ghi KT.': titled('Phó Giám đốc', ''),
    'cấp phó ghi Q.': titled('Phó Giám đốc', 'Q'),
    'quyền thủ trưởng không ghi Q.': titled('Quyền Giám đốc', ''),
    'ngày ký chưa tới': field('signed_on', tomorrow, { need: 'capacity' }),
    'không ghi ngày họp': field('held_on', '', { need: 'counts' }),
    'ngày họp chưa tới': field('held_on', tomorrow, { need: 'counts' }),
    'ngày họp chưa có Hội đồng': field('held_on', '2025-07-14', { need: 'counts' }),
    'không ghi số biên bản': field('minutes_no', '', { need: 'counts' }),
    'không ghi số có mặt': field('present', '', { need: 'counts' }),
    'số họp nhiều hơn số thành viên': { need: 'counts', set: (c, t) => { t.fields.written = 2; } },
    'họp không đủ hai phần ba': { need: 'counts', set: (c, t) => { t.fields.present = 8; } },
    'thiếu phiếu của một dòng': vote('yes-', ''),
    'phiếu nhiều hơn số người bỏ phiếu': vote('no-', 1),
    'không ghi ngày ban hành': field('issued_on', '', { need: 'number' }),
    'ngày ban hành chưa tới': field('issued_on', tomorrow, { need: 'number' }),
    'ngày ban hành trước ngày ký': {
        need: 'number',
        async set(c, t) {
            return set(c, 'decision', `nomination_id = ${t.id}`, { signed_on: `'${tomorrow}'` });
        },
    },
    'ngày ban hành trước ngày của số liền trước': {
        need: 'number',
        set: (c, t) => set(c, 'document', `kind = '${t.act.flow === 'issue' ? 'QĐ' : 'TTr'}' AND YEAR(issued_on) = ${today.slice(0, 4)}`, { issued_on: `'${tomorrow}'` }),
    },
    'bỏ qua hơn 200 số mà chưa xác nhận': {
        need: 'number',
        set(c, t) { Object.assign(t.fields, { number: Number(t.fields.number) + 201, skipped: 'elsewhere', skipped_note: 'Gõ nhầm' }); },
    },
    'không ghi số quyết định': field('result_no', '', { need: 'result' }),
    'không ghi ngày quyết định': field('result_date', '', { need: 'result' }),
    'ngày quyết định chưa tới': field('result_date', tomorrow, { need: 'result' }),
    'không đánh dấu ai': { need: 'result', set: (c, t) => { delete t.fields.row; } },
    'chỉ đánh dấu dòng của hồ sơ khác': { need: 'result', async set(c, t) { t.fields.row = [await c.rowOf(c.made.granted)]; } },
};

const rows = {
    'chưa chọn dòng nào': { set: (c, t) => { delete t.fields.row; } },
    'dòng của hồ sơ khác': {
        async set(c, t) {
            const other = await c.rowOf(c.made.problems);
            if (t.act.judging) t.fields.row = [other];
            else if (t.act.label === 'Thêm giấy tờ') t.fields.nominee_id = other;
            else t.row = other;
        },
    },
    'dòng đang chờ đơn vị sửa': on('returned', { async set(c, t) { t.fields.row = await c.rowsOf(t.id, 'returned'); } }),
    // While the rest is judged only what was given back is the unit's.
    'dòng chưa bị trả': on('returned', {
        async set(c, t) {
            const [other] = await c.rowsOf(t.id, 'accepted');
            if (t.act.label === 'Thêm giấy tờ') t.fields.nominee_id = other;
            else t.row = other;
        },
    }),
    // After the signature a returned row gives way only where the return says so.
    'nội dung không được yêu cầu sửa': on('returned', { async set(c, t) { [t.row] = await c.rowsOf(t.id, 'returned'); } }),
    'dòng được trả lại sau khi thủ trưởng ký': on('returned', { async set(c, t) { [t.row] = await c.rowsOf(t.id, 'returned'); } }),
    'dòng trả lại không vì giấy tờ': on('returned', { async set(c, t) { [t.fields.nominee_id] = await c.rowsOf(t.id, 'returned'); } }),
    'hình thức chưa được xác nhận của trường hợp': {
        set(c, t) {
            if (t.act.label === 'Nhập danh sách') t.fields.file = c.list([c.newcomer('CSTDCS')]);
            else t.fields.award_code = 'CSTDCS';
        },
    },
    'không chọn mục cần sửa': { set: (c, t) => { delete t.fields.return_fields; } },
    'hình thức của cấp khác': {
        async set(c, t) {
            const list = [c.newcomer('BKT')];
            if (t.act.label === 'Nhập danh sách') t.fields.file = c.list(list);
            else if (t.act.label === 'Nhận danh sách đã xem') return set(c, 'nomination', `id = ${t.id}`, { authority: "'chu_tich_tinh'" });
            else t.fields.award_code = 'BKT';
            return undefined;
        },
    },
    'hình thức không dành cho cá nhân': field('award_code', 'TTLDTT'),
    'hình thức không dành cho tập thể': { set(c, t) { Object.assign(t.fields, { kind: 'collective', name: c.khoa, award_code: 'LDTT' }); } },
    'ngày cuối trước ngày đầu': { set(c, t) { Object.assign(t.fields, { period_from: '02/01/2026', period_to: '01/01/2026' }); } },
    'đã có trong hồ sơ': {
        async set(c, t) {
            t.fields.name = await c.db.value(`SELECT p.staff_no FROM nominee e JOIN person p ON p.id = e.person_id WHERE e.nomination_id = ${t.id} LIMIT 1`);
        },
    },
    'phong trào không còn nhận đề nghị': {
        async set(c, t) {
            t.fields.campaign_id = c.made.campaign;
            return set(c, 'campaign', `id = ${c.made.campaign}`, { state: "'closed'" });
        },
    },
    'không chọn loại hình': { set: (c, t) => { delete t.fields.method; } },
    'đơn vị ngoài phạm vi': { async set(c, t) { t.fields.unit_id = await c.db.value("SELECT id FROM unit WHERE code = 'TTYT-CM'"); } },
};

const book = {
    'dòng sổ đã đổi sau khi mở trang': field('version', 2),
    'số của văn bản': { async set(c, t) { t.run = await c.db.value("SELECT MIN(id) FROM number_book WHERE used = 'issued'"); } },
    'số ngoài dòng': field('last_no', 100005),
    'không khác với sổ': { set(c, t) { Object.assign(t.fields, { used: 'reserved', note: 'Giữ để thử' }); } },
    'không ghi lý do sửa': field('note', ' '),
};

const files = {
    'không chọn tệp': { set: (c, t) => { t.fields.file = new File([], ''); } },
    'tệp rỗng': { set: (c, t) => { t.fields.file = new File([], 'rong.pdf', { type: 'application/pdf' }); } },
    'tệp không đọc được': { set: (c, t) => { t.fields.file = new File(['<html>'], pdf().name, { type: 'application/pdf' }); } },
    'giấy tờ của hồ sơ khác': { async set(c, t) { t.evidence = await c.db.value(`SELECT MAX(id) FROM evidence WHERE nomination_id = ${c.made.attached}`); } },
    'tiêu đề không đúng mẫu': { set: (c, t) => { t.fields.file = new File(['Họ tên,Ngày\nA,B\n'], 'sai.csv', { type: 'text/csv' }); } },
    'tệp không có dòng nào': { set: (c, t) => { t.fields.file = c.list([]); } },
    'người không có trong sổ': { set: (c, t) => { t.fields.file = c.list([['Cá nhân', 'KHONG-CO', 'Người Không Có', 'GKSYT', 'Thành tích.']]); } },
    'tệp của người khác': {
        async set(c, t) {
            return set(c, 'file', `id = ${t.fields.file_id}`, { uploaded_by: "(SELECT id FROM person WHERE login = 'cb.ttcm')" });
        },
    },
};

export const wrongs = { ...plain, ...guards, ...needs, ...rows, ...book, ...files };
