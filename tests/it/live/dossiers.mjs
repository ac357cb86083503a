// A dossier in every state of its flow, made over HTTP as the people in it would.
import { File } from 'node:buffer';
import { elements } from '../../tour/client.mjs';

const text = 'Tổ chức 12 lớp tập huấn kiểm soát nhiễm khuẩn, giảm tỷ lệ nhiễm khuẩn bệnh viện từ 3,1% xuống 1,4%.';
export const today = new Date(Date.now() + 7 * 3600e3).toISOString().slice(0, 10);
const year = today.slice(0, 4);

export class Dossiers {
    constructor(province) {
        this.province = province;
        this.used = 40; // people of the list from here on: the tour takes the first
    }

    as(login) {
        return this.province.person(login);
    }

    async must(answer, status = 303) {
        const a = await answer;
        if (a.status !== status) throw new Error(`${a.path} answered ${a.status}: ${a.text.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ').slice(0, 900)}`);
        return a;
    }

    async doc(login, id) {
        return (await this.as(login)).doc(`/nominations/${id}`);
    }

    async act(login, id, action, fields = {}) {
        const visitor = await this.as(login);
        const page = `/nominations/${id}/act/${action}`;
        const { version } = elements(await this.doc(login, id), 'nomination')[0];
        return this.must(visitor.send(page, page, { version, ...fields }));
    }

    async judge(login, id, outcome, row, fields = {}) {
        const visitor = await this.as(login);
        const { version } = elements(await this.doc(login, id), 'nomination')[0];
        return this.must(visitor.send(`/nominations/${id}`, `/nominations/${id}/rows`, { outcome, row, version, confirm: 'yes', ...fields }));
    }

    // A dossier with so many people for that award.
    async draft({ authority = 'giam_doc_so', award = 'GKSYT', people = 3, title = '', campaign = '' } = {}) {
        const clerk = await this.as('cb.bvcm');
        const made = await this.must(clerk.send('/nominations/new', '/nominations/new', {
            authority, method: 'dot_xuat', campaign_id: campaign, year, title, minutes_no: '21/BB-HĐTĐKT', minutes_date: today,
            note: 'Đã công khai tại bảng tin của bệnh viện.' }));
        const id = Number(made.location.split('/').pop());
        const unit = elements(await clerk.doc('/'), 'actor')[0]['unit-id'];
        this.people ??= await this.staff(clerk, unit);
        for (const one of this.next(people)) await this.add(id, { name: one['staff-no'], award_code: award });
        return id;
    }

    // So many people who are in no dossier yet.
    next(people) {
        this.used += people;
        return this.people.slice(this.used - people, this.used);
    }

    async add(id, fields) {
        const clerk = await this.as('cb.bvcm');
        return this.must(clerk.send(`/nominations/${id}`, `/nominations/${id}/nominees`, { kind: 'person', achievement: text, ...fields }));
    }

    async staff(clerk, unit) {
        const all = [];
        for (let next = ''; all.length < 200;) {
            const xml = await clerk.doc(`/people?unit=${unit}${next}`);
            all.push(...elements(xml, 'person'));
            const more = elements(xml, 'next')[0];
            if (!more) break;
            next = `&${more.field}=${more.value}`;
        }
        return all;
    }

    async rows(id) {
        return elements(await this.doc('thamdinh', id), 'nominee');
    }

    // Takes a dossier on, up to that state.
    async to(state, options = {}) {
        const id = await this.draft(options);
        const way = ['draft', 'submitted', 'appraisal', 'council', 'voted'];
        const above = options.authority && options.authority !== 'giam_doc_so';
        way.push(...(above ? ['proposed', 'sent', 'granted'] : ['decided', 'issued']));
        for (const next of way.slice(1, way.indexOf(state) + 1)) await this[next](id);
        return id;
    }

    submitted(id) { return this.act('cb.bvcm', id, 'submit'); }
    appraisal(id) { return this.act('gd.bvcm', id, 'confirm', { capacity: '' }); }
    async council(id) {
        await this.judge('thamdinh', id, 'accepted', (await this.rows(id)).map((row) => row.id));
        return this.act('thamdinh', id, 'forward');
    }
    async voted(id) {
        const votes = (await this.rows(id)).flatMap((row) => [[`yes-${row.id}`, 12], [`no-${row.id}`, 0]]);
        return this.act('thuky', id, 'record', { held_on: today, minutes_no: '14/BB-HĐTĐKT', present: 12, written: 0, ...Object.fromEntries(votes) });
    }
    decided(id) { return this.act('giamdoc', id, 'decide', { capacity: '', signed_on: today }); }
    // The next free number of the year's book, as the page proposes it.
    async nextNumber(id, action) {
        return elements(await (await this.as('vanthu')).doc(`/nominations/${id}/act/${action}`), 'series')[0]['suggested-no'];
    }
    async issued(id, more = {}) {
        return this.act('vanthu', id, 'issue', { number: await this.nextNumber(id, 'issue'), issued_on: today, recipients: 'Như Điều 3; Lưu: VT, TCCB', ...more });
    }
    proposed(id) { return this.act('giamdoc', id, 'propose', { capacity: '', signed_on: today }); }
    async sent(id, more = {}) {
        return this.act('vanthu', id, 'send', { number: await this.nextNumber(id, 'send'), issued_on: today, recipients: 'Như trên; Lưu: VT, TCCB', ...more });
    }
    async granted(id) {
        return this.act('thamdinh', id, 'result', { result_no: `${2000 + id}/QĐ-UBND`, result_date: today, row: (await this.rows(id)).map((row) => row.id) });
    }

    async attach(id) {
        const clerk = await this.as('cb.bvcm');
        const file = new File([Buffer.from('%PDF-1.4\n%%EOF\n')], 'Biên bản họp.pdf', { type: 'application/pdf' });
        return this.must(clerk.send(`/nominations/${id}`, `/nominations/${id}/evidence`, { kind: 'bien_ban', number: '21/BB', issued_on: today, file }));
    }

    // One of each, left where it is: {what: id}.
    async everywhere() {
        const made = {};
        made.empty = await this.draft({ people: 0, title: 'Đề nghị còn trống' });
        made.draft = await this.draft();
        await this.attach(made.draft);
        // A title for which a year's rating and initiative are missing: problems.
        made.problems = await this.draft({ award: 'LDTT', people: 1 });
        made.submitted = await this.to('submitted');
        made.appraisal = await this.to('appraisal');
        made.returned = await this.to('appraisal');
        const rows = await this.rows(made.returned);
        await this.judge('thamdinh', made.returned, 'accepted', [rows[0].id]);
        await this.judge('thamdinh', made.returned, 'returned', [rows[1].id],
            { reason: 'Thành tích chưa nêu kết quả cụ thể.', return_fields: ['achievement', 'period'] });
        await this.judge('thamdinh', made.returned, 'refused', [rows[2].id], { reason: 'Đã được khen về thành tích này.' });
        made.refused = await this.to('appraisal', { people: 1 });
        await this.judge('thamdinh', made.refused, 'refused', (await this.rows(made.refused)).map((row) => row.id), { reason: 'Không đủ điều kiện.' });
        await this.act('thamdinh', made.refused, 'refuse_all', { reason: 'Không có trường hợp nào đủ điều kiện.' });
        for (const state of ['council', 'voted', 'decided', 'issued']) made[state] = await this.to(state);
        for (const state of ['proposed', 'sent', 'granted'])
            made[state] = await this.to(state, { authority: 'chu_tich_tinh', award: 'BKT', people: 2 });
        return made;
    }
}
