// What people do with a dossier, by the words of the table of refused acts: the actions of the flow and the acts on its rows, each with
// a form that would be taken, so that only what the table says is wrong with it.
import { File } from 'node:buffer';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { textOf, unescape } from '../../tour/client.mjs';
import { attributes } from '../live/crawl.mjs';
import { today } from '../live/dossiers.mjs';
import { top } from '../site.mjs';

// Of the demonstration, by role; the first is who usually acts.
export const ACCOUNTS = {
    'Cán bộ thi đua, khen thưởng đơn vị': 'cb.bvcm', 'Thủ trưởng đơn vị': 'gd.bvcm', 'Thường trực Hội đồng': 'thamdinh',
    'Thư ký Hội đồng': 'thuky', 'Lãnh đạo Sở': 'giamdoc', 'Văn thư': 'vanthu', 'Kế toán': 'ketoan', 'Thanh tra': 'thanhtra',
    'Quản trị hệ thống': 'quantri', 'Nhân viên': 'nhanvien',
};
export const CODES = {
    'Cán bộ thi đua, khen thưởng đơn vị': 'clerk', 'Thủ trưởng đơn vị': 'head', 'Thường trực Hội đồng': 'appraiser',
    'Thư ký Hội đồng': 'secretary', 'Lãnh đạo Sở': 'director', 'Văn thư': 'records',
};
const CLERK = 'Cán bộ thi đua, khen thưởng đơn vị';
const STANDING = 'Thường trực Hội đồng';
// They carry dossiers; the others are stopped at the door.
export const CARRYING = Object.keys(CODES);

const xml = readFileSync(path.join(top, 'conf/flow/nomination.xml'), 'utf8').replace(/<!--[^]*?-->/g, '');
const words = (text) => (text ?? '').split(' ').filter(Boolean);
const tags = (name) => [...xml.matchAll(new RegExp(`<${name}\\s[^>]*>`, 'g'))].map(([tag]) => attributes(tag));

export const states = tags('state').map(({ id, label, judging, editable }) => ({ id, label, judging: judging === 'yes', editable: editable === 'yes' }));
export const stateOf = (label) => states.find((one) => one.label === label)?.id;

const reason = 'Thành tích chưa nêu kết quả cụ thể.';
export const pdf = (name = 'Biên bản họp.pdf') => new File([Buffer.from('%PDF-1.4\n%%EOF\n')], name, { type: 'application/pdf' });

// What the needs of an action ask for, filled in as it should be.
const filled = {
    reason: async () => ({ reason }),
    capacity: async () => ({ capacity: '', signed_on: today }),
    counts: async (c, id) => ({
        held_on: today, minutes_no: '31/BB-HĐTĐKT', present: 12, written: 0,
        ...Object.fromEntries((await c.rowsOf(id, 'accepted')).flatMap((row) => [[`yes-${row}`, 12], [`no-${row}`, 0]])),
    }),
    number: async (c, id, action) => ({
        number: await c.db.value(`SELECT COALESCE(MAX(last_no), 0) + 1 FROM number_series WHERE code = '${action === 'issue' ? 'QĐ' : 'TTr'}' AND year = ${today.slice(0, 4)}`),
        issued_on: today, recipients: 'Như Điều 3; Lưu: VT, TCCB',
    }),
    result: async (c, id) => ({ result_no: `${3000 + id}/QĐ-UBND`, result_date: today, row: await c.rowsOf(id, 'passed') }),
};

// The dossier an action is tried on, where the one that merely stands in its state would be stopped before.
const OWN = { forward: 'ready', propose: 'votedAbove' };

const flowActs = tags('action').map((one) => ({
    flow: one.id, label: one.label, from: one.from, roles: words(one.roles), guards: words(one.guards), needs: words(one.needs),
    dossier: (made, state) => (state === one.from && OWN[one.id] ? made[OWN[one.id]] : made[state]),
    address: (t) => `/nominations/${t.id}/act/${one.id}`,
    async fields(c, t) {
        const fields = { version: await c.version(t.id) };
        for (const need of words(one.needs)) Object.assign(fields, await filled[need](c, t.id, one.id));
        return fields;
    },
}));

const editing = ['sai trạng thái', 'sai vai trò'];
const judging = [...editing, 'danh sách đã đổi sau khi mở trang', 'chưa chọn dòng nào', 'dòng của hồ sơ khác', 'người làm có tên trong hồ sơ', 'bấm lần thứ hai'];

const judge = (label, outcome, more, must) => ({
    label, roles: ['appraiser'], judging: true, must: [...judging, ...must],
    address: (t) => `/nominations/${t.id}/rows`,
    fields: async (c, t) => ({ outcome, row: [await c.rowOf(t.id)], version: await c.version(t.id), confirm: 'yes', ...more }),
});

const rowActs = [
    { label: 'Lập hồ sơ', roles: ['clerk'], must: ['sai vai trò', 'phong trào không còn nhận đề nghị', 'không chọn loại hình', 'đơn vị ngoài phạm vi'],
        address: () => '/nominations/new', fields: async () => ({ authority: 'giam_doc_so', method: 'dot_xuat', title: 'Hồ sơ thử' }) },
    { label: 'Sửa thông tin hồ sơ', roles: ['clerk'], editing: true, must: [...editing, 'hồ sơ đã đổi sau khi mở trang', 'bấm lần thứ hai'],
        address: (t) => `/nominations/${t.id}`,
        fields: async (c, t) => ({ title: 'Tên khác', note: '', minutes_no: '21/BB', minutes_date: today, version: await c.version(t.id) }) },
    { label: 'Thêm trường hợp', roles: ['clerk'], editing: true,
        must: [...editing, 'hình thức của cấp khác', 'hình thức chưa được xác nhận của trường hợp', 'hình thức không dành cho cá nhân', 'hình thức không dành cho tập thể', 'ngày cuối trước ngày đầu', 'đã có trong hồ sơ', 'bấm lần thứ hai'],
        address: (t) => `/nominations/${t.id}/nominees`,
        fields: async (c) => ({ kind: 'person', name: c.stranger, award_code: 'GKSYT', achievement: reason }) },
    { label: 'Sửa trường hợp', roles: ['clerk'], editing: true,
        must: [...editing, 'dòng đã đổi sau khi mở trang', 'dòng chưa bị trả', 'nội dung không được yêu cầu sửa', 'hình thức của cấp khác', 'hình thức chưa được xác nhận của trường hợp', 'ngày cuối trước ngày đầu', 'dòng của hồ sơ khác', 'bấm lần thứ hai'],
        address: (t) => `/nominations/${t.id}/nominees/${t.row}`,
        async fields(c, t) {
            t.row ??= await c.rowOf(t.id);
            const [award, version] = await c.db.row(`SELECT award_code, version FROM nominee WHERE id = ${t.row}`);
            return { award_code: award, position: 'Điều dưỡng', achievement: `${reason} Sửa.`, version };
        } },
    { label: 'Bỏ trường hợp', roles: ['clerk'], editing: true, must: [...editing, 'dòng chưa bị trả', 'dòng được trả lại sau khi thủ trưởng ký', 'dòng của hồ sơ khác', 'bấm lần thứ hai'],
        address: (t) => `/nominations/${t.id}/nominees/${t.row}/remove`,
        async fields(c, t) {
            t.row ??= await c.rowOf(t.id);
            return {};
        } },
    judge('Xét đạt', 'accepted', {}, ['dòng đang chờ đơn vị sửa']),
    judge('Trả dòng', 'returned', { reason, return_fields: 'achievement' }, ['không ghi lý do', 'không chọn mục cần sửa']),
    judge('Xét không đạt', 'refused', { reason }, ['không ghi lý do']),
    { label: 'Thêm giấy tờ', roles: ['clerk'], editing: true,
        must: [...editing, 'không chọn tệp', 'tệp rỗng', 'tệp không đọc được', 'dòng của hồ sơ khác', 'dòng chưa bị trả', 'dòng trả lại không vì giấy tờ'],
        address: (t) => `/nominations/${t.id}/evidence`, fields: async () => ({ kind: 'bien_ban', number: '21/BB', file: pdf() }) },
    { label: 'Bỏ giấy tờ', roles: ['clerk'], editing: true, must: [...editing, 'giấy tờ của hồ sơ khác', 'bấm lần thứ hai'],
        address: (t) => `/nominations/${t.id}/evidence/${t.evidence}/remove`,
        async fields(c, t) {
            t.evidence ??= await c.db.value(`SELECT COALESCE(MAX(id), 1) FROM evidence WHERE nomination_id = ${t.id}`);
            return {};
        } },
    { label: 'Nhập danh sách', roles: ['clerk'], editing: true,
        must: [...editing, 'không chọn tệp', 'tiêu đề không đúng mẫu', 'tệp không có dòng nào', 'người không có trong sổ', 'hình thức của cấp khác', 'hình thức chưa được xác nhận của trường hợp'],
        address: (t) => `/nominations/${t.id}/import`, fields: async (c) => ({ file: c.list([c.newcomer('GKSYT')]) }) },
    { label: 'Nhận danh sách đã xem', roles: ['clerk'], editing: true, must: [...editing, 'tệp của người khác', 'hình thức của cấp khác', 'bấm lần thứ hai'],
        address: (t) => `/nominations/${t.id}/import`, fields: async (c) => ({ confirm: 'yes', file_id: await c.listFile([c.newcomer('GKSYT')]) }) },
    { label: 'Sửa sổ văn bản đi', roles: ['records'],
        must: ['sai vai trò', 'dòng sổ đã đổi sau khi mở trang', 'số của văn bản', 'số ngoài dòng', 'không khác với sổ', 'không ghi lý do sửa', 'bấm lần thứ hai'],
        address: (t) => `/numbers/${t.run}`,
        async fields(c, t) {
            t.run ??= c.made.run;
            return { version: 1, first_no: 100002, last_no: 100003, used: 'void', note: 'Gõ nhầm' };
        } },
];

export const acts = [...flowActs, ...rowActs];

// The states where an act has no place.
export function wrongStates(act) {
    if (act.flow) return states.filter(({ id }) => !flowActs.some((one) => one.flow === act.flow && one.from === id));
    return states.filter((one) => (act.judging ? !one.judging : !one.editable));
}

// The words with which a page refuses: its refusal, and what stands beside the fields.
export function said(html) {
    const boxes = [...html.matchAll(/<section class="refusal"[^>]*>([^]*?)<\/section>/g), ...html.matchAll(/id="f-[^"]*-e"[^>]*>([^<]*)</g)];
    return boxes.map(([, text]) => unescape(textOf(text))).join(' | ').replace(/\s+/g, ' ');
}

// Somebody's hand on the forms, without reading a page for every one of them.
export class Hands {
    constructor(province, made) {
        this.province = province;
        this.made = made;
        this.db = province.database;
        this.csrf = new Map();
    }

    version(id) {
        return this.db.value(`SELECT version FROM nomination WHERE id = ${id}`).then(Number);
    }

    async rowsOf(id, outcome) {
        return (await this.db.rows(`SELECT id FROM nominee WHERE nomination_id = ${id} AND outcome = '${outcome}' ORDER BY id`)).map(([row]) => Number(row));
    }

    rowOf(id) {
        return this.db.value(`SELECT MIN(id) FROM nominee WHERE nomination_id = ${id}`);
    }

    newcomer(award) {
        return ['Cá nhân', this.other['staff-no'], this.other['full-name'], award, reason];
    }

    list(rows) {
        const lines = [['Đối tượng', 'Mã nhân viên', 'Họ và tên hoặc tên tập thể', 'Danh hiệu, hình thức đề nghị', 'Thành tích'], ...rows];
        return new File([`\uFEFF${lines.map((line) => line.map((cell) => `"${cell}"`).join(',')).join('\r\n')}`], 'danh-sach.csv', { type: 'text/csv' });
    }

    // Looks at a list on a draft; answers the number of the file that was kept.
    async listFile(rows, login = 'cb.bvcm') {
        const answer = await this.send(login, `/nominations/${this.made.draft}/import`, { file: this.list(rows) });
        return Number(/name="file_id" value="(\d+)"/.exec(answer.text)?.[1] ?? 0);
    }

    async known(login) {
        const visitor = await this.province.person(login);
        if (!this.csrf.has(login)) this.csrf.set(login, (await visitor.tokens('/')).csrf);
        return visitor;
    }

    async send(login, address, fields, once = randomBytes(32).toString('base64url')) {
        const visitor = await this.known(login);
        return visitor.send(address, address, fields, { csrf: this.csrf.get(login), once });
    }
}

export { CLERK, STANDING };
