#!/usr/bin/env node
// Wrong input, as a new user types it: the table is tests/data/wrong-input.csv. The same page comes back with the reason beside the
// field and everything that was typed; nothing is stored. Also two windows with one dossier, and a form that outlives its session.
import assert from 'node:assert/strict';
import { File } from 'node:buffer';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Visitor, elements, textOf, unescape } from '../tour/client.mjs';
import { done, test, top } from './site.mjs';
import { Dossiers, today } from './live/dossiers.mjs';
import { attributes, faults } from './live/crawl.mjs';
import { Province } from './live/province.mjs';

const rows = readFileSync(path.join(top, 'tests/data/wrong-input.csv'), 'utf8').split('\n')
    .filter((line) => line && !line.startsWith('#')).slice(1).map((line) => line.split(';'));
const day = today.split('-').reverse().join('/');
const tomorrow = new Date(Date.parse(today) + 864e5).toISOString().slice(0, 10).split('-').reverse().join('/');
const note = 'Nội dung "dài", gõ hơn mười phút & chưa lưu <lần nào>.';

function typed(text) {
    if (text === '(trống)') return '';
    if (text === '{hôm nay}') return day;
    if (text === '{ngày mai}') return tomorrow;
    if (text === '(5000 ký tự)') return 'ắ'.repeat(5000);
    if (text.startsWith('(NFD) ')) return text.slice(6).normalize('NFD');
    return text;
}


// The fields of the form that is sent to `action`, as the page shows them: {name: value}.
function fieldsOf(html, action) {
    const form = [...html.matchAll(/(<form [^>]*>)([^]*?)<\/form>/g)].find(([, tag]) => {
        const one = attributes(tag);
        return one.action === action && one.method === 'post';
    });
    assert.ok(form, `no form for ${action}`);
    const fields = {};
    for (const [, tag, body] of form[2].matchAll(/(<(?:input|select|textarea)\s[^>]*>)([^]*?)(?=<(?:input|select|textarea)\s|$)/g)) {
        const one = attributes(tag);
        if (!one.name || one.type === 'file') continue;
        if (['radio', 'checkbox'].includes(one.type) && !('checked' in one)) continue;
        if (tag.startsWith('<textarea')) fields[one.name] = unescape(body.split('</textarea>')[0]);
        else if (tag.startsWith('<select')) {
            const options = [...body.split('</select>')[0].matchAll(/<option[^>]*>/g)].map(([option]) => attributes(option));
            fields[one.name] = (options.find((option) => 'selected' in option) ?? options[0])?.value ?? '';
        } else fields[one.name] = one.value ?? '';
    }
    return fields;
}

// The words beside a field, where its label points.
function beside(html, name) {
    const id = [...html.matchAll(/<(?:input|select|textarea|fieldset) [^>]*>/g)].map(([tag]) => attributes(tag))
        .find((one) => one.name === name || one.id === `f-${name}`)?.id ?? `f-${name}`;
    const box = new RegExp(`id="${id}-e"[^>]*>([^<]*)<`).exec(html);
    return box ? unescape(box[1]) : '';
}

const province = new Province();
try {
    const dossiers = new Dossiers(province);
    const made = await dossiers.everywhere();
    const [row] = elements(await dossiers.doc('cb.bvcm', made.draft), 'nominee');
    const stranger = (await dossiers.people)[3]['staff-no'];
    const at = (id, action) => `/nominations/${id}/act/${action}`;
    const voted = elements(await dossiers.doc('thuky', made.council), 'nominee')[0].id;
    const forms = {
        'lập hồ sơ': ['cb.bvcm', '/nominations/new', '/nominations/new', { title: 'Đề nghị thử', method: 'dot_xuat', minutes_no: '9/BB', minutes_date: day, note }],
        'sửa hồ sơ': ['cb.bvcm', `/nominations/${made.draft}`, `/nominations/${made.draft}`, { note, unit_number: '5/TTr-BV', unit_date: day }],
        'thêm trường hợp': ['cb.bvcm', `/nominations/${made.draft}`, `/nominations/${made.draft}/nominees`,
            { kind: 'person', name: stranger, award_code: 'GKSYT', achievement: note, period_from: '01/01/2026', period_to: '01/06/2026' }],
        'sửa trường hợp': ['cb.bvcm', `/nominations/${made.draft}/nominees/${row.id}`, `/nominations/${made.draft}/nominees/${row.id}`,
            { achievement: note, period_from: '01/01/2026', period_to: '01/06/2026' }],
        'tải giấy tờ': ['cb.bvcm', `/nominations/${made.draft}`, `/nominations/${made.draft}/evidence`,
            { kind: 'bien_ban', number: '7/BB-BV', issued_on: day, file: new File([Buffer.from('%PDF-1.4\n%%EOF\n')], 'Biên bản.pdf') }],
        'trả lại hồ sơ': ['gd.bvcm', at(made.submitted, 'return'), at(made.submitted, 'return'), {}],
        'thủ trưởng ký': ['gd.bvcm', at(made.submitted, 'confirm'), at(made.submitted, 'confirm'), {}],
        'kết quả Hội đồng': ['thuky', at(made.council, 'record'), at(made.council, 'record'), { held_on: day, minutes_no: '77/BB-HĐ', present: '11', written: '0' }],
        'Giám đốc ký': ['giamdoc', at(made.voted, 'decide'), at(made.voted, 'decide'), { signed_on: day }],
        'vào sổ': ['vanthu', at(made.decided, 'issue'), at(made.decided, 'issue'), { issued_on: day, recipients: 'Như Điều 3; Lưu: VT' }],
        'kết quả cấp trên': ['thamdinh', at(made.sent, 'result'), at(made.sent, 'result'), { result_no: '88/QĐ-UBND', result_date: day }],
        'giao vai trò': ['quantri', '/admin/roles', '/admin/roles', { login: 'nhanvien', ldap_group: '', role: 'clerk', valid_from: day }],
        'giao vai trò cho nhóm': ['quantri', '/admin/roles', '/admin/roles', { login: '', ldap_group: 'tdkt-clerk', role: 'clerk', valid_from: day }],
        'giao vai trò từ trước': ['quantri', '/admin/roles', '/admin/roles', { login: 'nhanvien', ldap_group: '', role: 'clerk', valid_from: '01/01/2025' }],
    };

    for (const [form, column, value, answer] of rows) {
        await test(`${form}, ${column}: ${value}`, async () => {
            const [login, page, action, more] = forms[form];
            const field = column === 'yes-' ? `yes-${voted}` : column;
            const visitor = await province.person(login);
            const before = fieldsOf((await visitor.get(page)).text, action);
            const sent = { ...before, ...more, [field]: typed(value) };
            const back = await visitor.send(page, action, sent, { csrf: before.csrf, once: before.once });
            if (answer === 'nhận') {
                assert.equal(back.status, 303, textOf(back.text).slice(0, 300));
                if (/\d+\/\d+\/\d+/.test(value)) return;
                const shown = await visitor.get(form === 'lập hồ sơ' ? back.location : page);
                assert.ok(unescape(shown.text).includes(sent[field].normalize('NFC')), 'what was typed is not on the page');
                assert.ok(!shown.text.includes('<script>alert'), 'a script of the user is part of the page');
                return;
            }
            assert.equal(back.status, 422, `answered ${back.status}: ${textOf(back.text).slice(0, 300)}`);
            assert.ok(beside(back.text, field).includes(answer), `beside the field stands "${beside(back.text, field)}"; on the page: ${textOf(back.text).match(/Chưa [^]{0,200}/)?.[0]}`);
            const listed = unescape(textOf(new RegExp(`<li>\\s*<a href="#f-${field}">([^]*?)</a>`).exec(back.text)?.[1] ?? '')).trim();
            assert.match(listed, /^[^:]{2,}: ./, `the list of errors does not say which field: "${listed}"`);
            assert.ok(!back.text.includes('<script>alert'), 'a script of the user is part of the page');
            const after = fieldsOf(back.text, action);
            for (const [name, was] of Object.entries(sent)) {
                if (['csrf', 'once', 'file'].includes(name)) continue; // a file is chosen again
                if (name === field && ['authority', 'award_code', 'year', 'capacity'].includes(name)) continue; // a choice that is none cannot be chosen
                assert.equal(after[name], was, `${name} was not kept`);
            }
            assert.notEqual(after.once, before.once, 'the form came back with a used token');
            assert.deepEqual(faults(back.text), []);
        });
    }

    await test('a role that begins later is told so, and stands in the list as not begun', async () => {
        const [login, page, action, more] = forms['giao vai trò'];
        const visitor = await province.person(login);
        const fields = fieldsOf((await visitor.get(page)).text, action);
        const later = new Date(Date.parse(today) + 2 * 864e5).toISOString().slice(0, 10).split('-').reverse().join('/');
        const answer = await visitor.send(page, action, { ...fields, ...more, role: 'accountant', valid_from: later }, {});
        assert.equal(answer.status, 303, textOf(answer.text).slice(0, 300));
        const told = textOf((await visitor.get(answer.location)).text);
        assert.match(told, /Đã giao vai trò, chưa có hiệu lực/);
        assert.match(told, new RegExp(`từ ${later}\\s+\\(chưa bắt đầu\\)`));
    });

    await test('who was not granted stays without his tick when the form comes back', async () => {
        const [login, page, action, more] = forms['kết quả cấp trên'];
        const visitor = await province.person(login);
        const ticked = (html) => [...html.matchAll(/<input type="checkbox" name="row"[^>]*>/g)].map(([tag]) => attributes(tag))
            .filter((box) => 'checked' in box).map((box) => box.value);
        const shown = (await visitor.get(page)).text;
        const all = ticked(shown);
        assert.ok(all.length > 1, 'everybody is ticked at first');
        const sent = { ...fieldsOf(shown, action), ...more, result_date: '31/02/2026', row: all[0] };
        const back = await visitor.send(page, action, sent, {});
        assert.equal(back.status, 422);
        assert.deepEqual(ticked(back.text), [all[0]]);
        const nobody = fieldsOf(back.text, action);
        delete nobody.row;
        const none = await visitor.send(page, action, { ...nobody, result_date: day }, {});
        assert.equal(none.status, 422);
        assert.deepEqual(ticked(none.text), []);
        assert.match(none.text, /<fieldset id="f-row"[^]*<p class="error">Chọn ít nhất một trường hợp được khen/);
    });

    await test('two windows with one dossier: the older one is told, and keeps what was typed', async () => {
        const clerk = await province.person('cb.bvcm');
        const page = `/nominations/${made.problems}`;
        const first = fieldsOf((await clerk.get(page)).text, page);
        const second = fieldsOf((await clerk.get(page)).text, page);
        assert.equal((await clerk.send(page, page, { ...first, note: 'Cửa sổ thứ nhất' }, {})).status, 303);
        const late = await clerk.send(page, page, { ...second, note }, {});
        assert.equal(late.status, 409);
        assert.ok(unescape(late.text).includes(note), 'what was typed in the older window is lost');
        assert.match(elements(await clerk.doc(page), 'nomination')[0].version, /^\d+$/);
    });

    await test('who is in the dossier already is told so at his name, or at the award he would have twice; all that was typed is kept', async () => {
        const clerk = await province.person('cb.bvcm');
        const id = await dossiers.draft({ people: 0 });
        const page = `/nominations/${id}`, add = `${page}/nominees`;
        const [one] = dossiers.next(1);
        await dossiers.add(id, { name: one['staff-no'], award_code: 'GKSYT' });
        await dossiers.add(id, { name: one['staff-no'], award_code: 'LDTT' });
        const unit = elements(await clerk.doc('/'), 'actor')[0];
        await dossiers.add(id, { kind: 'collective', collective_id: unit['unit-id'], name: unit['unit-name'], award_code: 'GKSYT' });
        const rows = elements(await dossiers.doc('cb.bvcm', id), 'nominee');
        assert.equal(rows.length, 3);
        for (const [kind, name, more] of [['person', one['staff-no'], {}], ['person', one['full-name'], { person_id: one.id }],
            ['collective', unit['unit-name'], { collective_id: unit['unit-id'] }]]) {
            const sent = { kind, name, award_code: 'GKSYT', achievement: note, period_from: '01/01/2026', period_to: '01/06/2026' };
            const back = await clerk.send(page, add, { ...sent, ...more });
            assert.equal(back.status, 422, textOf(back.text).match(/Chưa [^]{0,300}/)?.[0]);
            assert.match(beside(back.text, 'name'), /đã có trong hồ sơ với cùng danh hiệu, hình thức/);
            assert.match(back.text, /<details class="box" id="add" open/);
            const after = fieldsOf(back.text, add);
            for (const [field, was] of Object.entries(sent)) assert.equal(after[field], was, `${field} was not kept`);
            assert.deepEqual(faults(back.text), []);
        }
        const other = rows.find((each) => each['award-code'] === 'LDTT');
        const door = `${add}/${other.id}`;
        const fields = { ...fieldsOf((await clerk.get(door)).text, door), award_code: 'GKSYT', achievement: note };
        const back = await clerk.send(door, door, fields);
        assert.equal(back.status, 422, textOf(back.text).slice(0, 300));
        assert.match(beside(back.text, 'award_code'), /đã có trong hồ sơ với cùng danh hiệu, hình thức/);
        assert.equal(fieldsOf(back.text, door).achievement, note);
        assert.deepEqual(elements(await dossiers.doc('cb.bvcm', id), 'nominee').map((each) => [each.id, each.version]), rows.map((each) => [each.id, each.version]));
    });

    await test('a form that outlives its session comes back after login with everything that was typed', async () => {
        const visitor = new Visitor(province.url);
        await visitor.login('cb.bvcm', province.password);
        const page = `/nominations/${made.draft}/nominees/${row.id}`;
        const fields = { ...fieldsOf((await visitor.get(page)).text, page), achievement: note.repeat(20), position: 'Điều dưỡng "trưởng"' };
        await province.expire(visitor);
        const lost = await visitor.send(page, page, fields, {});
        assert.equal(lost.status, 401);
        const login = fieldsOf(lost.text, '/login');
        const back = await visitor.send('/login', '/login', { ...login, login: 'cb.bvcm', password: province.password }, {});
        assert.equal(back.status, 200);
        const after = fieldsOf(back.text, page);
        assert.equal(after.achievement, fields.achievement);
        assert.equal(after.position, fields.position);
        assert.equal((await visitor.send(page, page, after, {})).status, 303, 'and is saved then');
    });

    await test('a post whose answer was lost is sent again: done once', async () => {
        const clerk = await province.person('cb.bvcm');
        const page = `/nominations/${made.draft}`;
        const count = async () => elements(await clerk.doc(page), 'nominee').length;
        const before = await count();
        const tokens = await clerk.tokens(page);
        const fields = { kind: 'person', name: (await dossiers.people)[5]['staff-no'], award_code: 'GKSYT', achievement: note };
        const cut = new AbortController();
        const lost = clerk.ask(`${page}/nominees`, { method: 'POST', body: new URLSearchParams({ ...tokens, ...fields }), headers: { origin: clerk.base }, signal: cut.signal });
        setTimeout(() => cut.abort(), 5);
        await lost.catch(() => {});
        const answers = await Promise.all([1, 2, 3].map(() => clerk.send(page, `${page}/nominees`, fields, tokens)));
        assert.ok(answers.every(({ status }) => [303, 409].includes(status)), answers.map(({ status }) => status).join());
        assert.ok(answers.some(({ status }) => status === 303));
        assert.equal(await count(), before + 1);
    });
} finally {
    province.stop();
}
done();
