// The main job of a year, as the people in it do it, over HTTP: one line of TAP per step, every printed paper in
// the folder.
//
// Asks the private copy that `./quickstart tour` has started: TDKT_URL, TDKT_PASSWORD, TDKT_FOLDER (of the copy),
// TDKT_TOP (of the source), TDKT_OUT (for the papers).
import {File} from 'node:buffer';
import {execFileSync} from 'node:child_process';
import {mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {portalSite, startPortal} from '../it/portal.mjs';
import {Visitor, elements, textOf} from './client.mjs';

const {TDKT_URL: base, TDKT_PASSWORD: password, TDKT_OUT: folder, TDKT_TOP: top, TDKT_FOLDER: copy} = process.env;
mkdirSync(folder, {recursive: true});
let passed = 0;
let failed = 0;

function say(ok, what, seen = '') {
    ok ? passed++ : failed++;
    console.log(`${ok ? 'ok' : 'not ok'} ${passed + failed} - ${what}${seen ? `: ${seen}` : ''}`);
}

function must(ok, what, seen) {
    say(ok, what, seen);
    if (!ok) throw new Error(what);
}

async function person(login) {
    const visitor = new Visitor(base);
    const answer = await visitor.login(login, password);
    if (answer.status !== 303) throw new Error(`${login} cannot log in: ${answer.status}`);
    return visitor;
}

// The sentences of a refusal, as the page shows them.
function refusal(answer) {
    const text = textOf(answer.text);
    const at = text.indexOf('Vì sao:');
    return at < 0 ? '' : text.slice(at, text.indexOf('Mã:', at) + 12).trim();
}

const csv = (rows) => rows.map((row) => row.map((cell) => `"${String(cell ?? '').replace(/"/g, '""')}"`).join(',')).join('\r\n');
const file = (name, text) => new File([`\uFEFF${text}`], name, {type: 'text/csv'});
const count = (xml, name, where = () => true) => elements(xml, name).filter(where).length;

async function paper(visitor, path, name) {
    const answer = await visitor.get(path);
    writeFileSync(`${folder}/${name}.html`, answer.text.replaceAll('href="/asset/', 'href="asset/').replaceAll('src="/asset/', 'src="asset/'));
    for (const [asset] of answer.text.matchAll(/\/asset\/[\w.-]+(\?[\w=.]+)?/g)) {
        const bytes = await visitor.get(asset);
        mkdirSync(`${folder}/asset`, {recursive: true});
        writeFileSync(`${folder}/${asset.split('?')[0].slice(1)}`, bytes.bytes);
    }
    return answer;
}

const directory = (verb, ...more) =>
    execFileSync(`${top}/conf/local/slapd.sh`, [verb, `${copy}/ldap`, ...more], {stdio: 'ignore'});

// Who is logged in to the portal presses a button; the copy is told to believe a portal for as long as this takes.
async function throughThePortal() {
    const portal = await startPortal();
    const believed = `${copy}/tdkt.conf.d/portal.conf`;
    const reload = () => process.kill(Number(readFileSync(`${copy}/tdktd.pid`, 'utf8')), 'SIGHUP');
    try {
        mkdirSync(`${copy}/tdkt.conf.d`, {recursive: true});
        writeFileSync(believed, '[session]\nportal = yes\n');
        reload();
        const visitor = new Visitor(await portalSite(copy, base, portal.url));
        visitor.jar.set('cong', 'cb.bvcm');
        let page = await visitor.get('/login').catch(() => ({text: ''}));
        for (let tries = 0; !page.text.includes('/login/portal') && tries < 100; tries++) {
            await new Promise((later) => setTimeout(later, 200));
            page = await visitor.get('/login').catch(() => ({text: ''}));
        }
        say(page.text.includes('Vào bằng tài khoản cổng'), 'the portal knows cb.bvcm: the log-in page has its button');
        const inside = await visitor.send('/login', '/login/portal', {next: '/'});
        const actor = inside.status === 303 ? elements(await visitor.doc('/'), 'actor')[0] : undefined;
        say(actor?.role === 'clerk', 'cb.bvcm logs in through the portal', actor && `${actor.name}, ${actor['role-label']}`);
        const nobody = new Visitor(visitor.base);
        const spoofed = await nobody.ask('/login/portal', {method: 'POST', body: new URLSearchParams({next: '/'}), headers: {'x-portal-user': 'giamdoc', tdkt_remote_user: 'giamdoc'}});
        say(spoofed.status === 401, 'whom the portal does not know', `${spoofed.status} ${refusal(spoofed)}`);
    } finally {
        portal.stop();
        rmSync(believed, {force: true});
        reload();
    }
}

async function logins() {
    console.log('\n# (a) Who is it?');
    const roles = {'cb.bvcm': 'clerk', 'gd.bvcm': 'head', thamdinh: 'appraiser', thuky: 'secretary', giamdoc: 'director',
        phogiamdoc: 'director', vanthu: 'records', ketoan: 'accountant', thanhtra: 'auditor', quantri: 'admin', nhanvien: 'staff'};
    for (const [login, role] of Object.entries(roles)) {
        const visitor = await person(login);
        const actor = elements(await visitor.doc('/'), 'actor')[0];
        say(actor.role === role, `${login} logs in`, `${actor.name}, ${actor['role-label']}`);
    }
    await throughThePortal();
    const stranger = new Visitor(base);
    const wrong = await stranger.login('cb.bvcm', 'khong-phai-mat-khau');
    say(wrong.status === 401, 'a wrong password', `${wrong.status} ${refusal(wrong)}`);
    const unknown = await new Visitor(base).login('khong.co.ai', password);
    say(unknown.status === 401, 'an unknown person', `${unknown.status} ${refusal(unknown)}`);
    directory('stop');
    const down = await new Visitor(base).login('cb.bvcm', password);
    say(down.status === 503 && refusal(down) !== refusal(wrong), 'the directory is down', `${down.status} ${refusal(down)}`);
    directory('start', `${copy}/sample/directory.ldif`);
    let again = await new Visitor(base).login('cb.bvcm', password);
    for (let tries = 0; again.status !== 303 && tries < 20; tries++) {
        await new Promise((later) => setTimeout(later, 250));
        again = await new Visitor(base).login('cb.bvcm', password);
    }
    say(again.status === 303, 'the directory is back');
}

const achievement = 'Đổi mới phong cách, thái độ phục vụ; không có phản ánh của người bệnh trong năm.';

// Twelve people and as many khoa as asked for, of the clerk's hospital.
async function list(clerk, people, collectives) {
    const actor = elements(await clerk.doc('/'), 'actor')[0];
    const unit = elements(await clerk.doc(`/units/${actor['unit-id']}`), 'child');
    const chosen = elements(await clerk.doc(`/people?unit=${actor['unit-id']}`), 'person').slice(0, people);
    return [
        ['Đối tượng', 'Mã nhân viên', 'Họ và tên hoặc tên tập thể', 'Danh hiệu, hình thức đề nghị', 'Thành tích'],
        ...unit.slice(0, collectives).map((khoa) => ['Tập thể', '', khoa.code, 'GKSYT', achievement]),
        ...chosen.map((one) => ['Cá nhân', one['staff-no'], one['full-name'], 'GKSYT', achievement]),
    ];
}

async function takeList(clerk, nomination, rows) {
    const page = `/nominations/${nomination}/import`;
    const trial = await clerk.send(page, page, {file: file('danh-sach.csv', csv(rows))});
    const id = trial.text.match(/name="file_id" value="(\d+)"/)?.[1];
    if (!id) return trial;
    const value = (name) => trial.text.match(new RegExp(`name="${name}" value="([^"]*)"`))[1];
    return clerk.send(page, page, {confirm: 'yes', file_id: id}, {csrf: value('csrf'), once: value('once')});
}

const version = async (visitor, id) => elements(await visitor.doc(`/nominations/${id}`), 'nomination')[0].version;

async function act(visitor, id, action, fields = {}) {
    const page = `/nominations/${id}/act/${action}`;
    return visitor.send(page, page, {version: await version(visitor, id), ...fields});
}

async function judge(visitor, id, outcome, rows, fields = {}) {
    return visitor.send(`/nominations/${id}`, `/nominations/${id}/rows`,
        {outcome, row: rows, version: await version(visitor, id), ...fields});
}

async function nominate() {
    console.log('\n# (b) A unit nominates more than it may');
    const clerk = await person('cb.bvcm');
    const campaign = elements(await clerk.doc('/campaigns'), 'campaign')
        .find((one) => one['quota-collectives'] === '5' && one['quota-individuals'] === '10' && one.name.includes('thái độ phục vụ'));
    must(campaign, 'a campaign that allots 5 and 10', campaign?.name);
    const made = await clerk.send('/nominations/new', '/nominations/new', {campaign_id: campaign.id, authority: 'giam_doc_so',
        year: new Date().getFullYear(), minutes_no: '07/BB-HĐTĐKT', minutes_date: new Date().toISOString().slice(0, 10)});
    must(made.status === 303, 'a dossier is opened', made.location ?? refusal(made));
    const id = Number(made.location.split('/').pop());
    const mistaken = await clerk.send('/nominations/new', '/nominations/new', {campaign_id: campaign.id, authority: 'giam_doc_so',
        year: new Date().getFullYear()});
    const unwanted = mistaken.location.split('/').pop();
    const dropped = await act(clerk, unwanted, 'drop');
    say(dropped.status === 303 && !elements(await clerk.doc('/nominations'), 'nomination').some((one) => one.id === unwanted),
        'a draft opened by mistake is dropped, and is in no list', refusal(dropped));
    const rows = await list(clerk, 12, 2);
    const bad = await takeList(clerk, id, [...rows, ['Cá nhân', 'KHONG-CO', 'Người Không Có', 'GKSYT', achievement]]);
    say(bad.status === 200 && textOf(bad.text).includes('KHONG-CO'), 'a list with an unknown person is not taken, its row is named');
    const taken = await takeList(clerk, id, rows);
    must(taken.status === 303, 'a list of 12 people and 2 collectives is taken into the draft', refusal(taken));
    const xml = await clerk.doc(`/nominations/${id}`);
    const allotment = elements(xml, 'allotment')[0];
    say(allotment['used-individuals'] === '12', 'the counter stands at',
        `${allotment['used-collectives']}/${allotment['quota-collectives']} collectives, ${allotment['used-individuals']}/${allotment['quota-individuals']} individuals`);
    const over = await act(clerk, id, 'submit');
    say(over.status === 422 && refusal(over).includes('10'), 'the surplus is refused', refusal(over));
    return {clerk, id};
}

async function correct({clerk, id}) {
    console.log('\n# (c) Corrected, approved by role');
    const people = elements(await clerk.doc(`/nominations/${id}`), 'nominee').filter((row) => row.kind === 'person');
    for (const row of people.slice(10)) {
        const gone = await clerk.send(`/nominations/${id}/nominees/${row.id}`, `/nominations/${id}/nominees/${row.id}/remove`, {});
        say(gone.status === 303, `${row.name} is taken off the list`, refusal(gone));
    }
    const sent = await act(clerk, id, 'submit');
    must(sent.status === 303, 'the clerk submits', refusal(sent));
    const head = await person('gd.bvcm');
    say(elements(await head.doc('/'), 'nomination').some((one) => one.id === String(id)), 'it waits for the head of the unit');
    const asDeputy = await act(head, id, 'confirm', {capacity: 'KT'});
    say(asDeputy.status === 422, 'the head cannot sign as his own deputy', textOf(asDeputy.text).match(/Thủ trưởng ký[^.]*\./)?.[0]);
    must((await act(head, id, 'confirm', {capacity: ''})).status === 303, 'the head signs and sends it to the department');
    must((await clerk.get(`/nominations/${id}/act/submit`)).status !== 200, 'what was submitted cannot be submitted again');

    const appraiser = await person('thamdinh');
    let rows = elements(await appraiser.doc(`/nominations/${id}`), 'nominee');
    must((await judge(appraiser, id, 'accepted', rows.slice(0, -1).map((row) => row.id))).status === 303, `${rows.length - 1} rows are accepted at once`);
    const last = rows.at(-1);
    const why = await judge(appraiser, id, 'returned', [last.id], {confirm: 'yes'});
    say(why.status === 422, 'a return without a reason is refused');
    must((await judge(appraiser, id, 'returned', [last.id], {confirm: 'yes', reason: 'Thành tích chưa nêu kết quả cụ thể.', return_fields: ['achievement']})).status === 303,
        `${last.name} is returned with the field to correct`);
    const early = await appraiser.get(`/nominations/${id}/act/forward`);
    say(early.status === 422, 'it cannot go on while a row is with the unit', refusal(early));
    say(elements(await clerk.doc('/'), 'nomination').some((one) => one.id === String(id)), 'the returned row is in the clerk\'s list');
    rows = elements(await clerk.doc(`/nominations/${id}`), 'nominee');
    const row = rows.find((one) => one.outcome === 'returned');
    say(row['return-fields'] === 'achievement', 'the clerk sees which field', row.reason);
    const fixed = await clerk.send(`/nominations/${id}/nominees/${row.id}`, `/nominations/${id}/nominees/${row.id}`,
        {award_code: row['award-code'], position: row.position, achievement: `${achievement} Tiếp nhận 1.250 lượt góp ý, hài lòng 98,6%.`, version: row.version});
    must(fixed.status === 303, 'the row is corrected and resubmitted', refusal(fixed));
    must((await judge(appraiser, id, 'accepted', [row.id])).status === 303, 'and accepted');
    must((await act(appraiser, id, 'forward')).status === 303, 'it goes to the council');

    const secretary = await person('thuky');
    const nominees = elements(await secretary.doc(`/nominations/${id}`), 'nominee').filter((one) => one.outcome === 'accepted');
    const ballot = (yes) => Object.fromEntries(nominees.flatMap((one, i) => [[`yes-${one.id}`, yes(i)], [`no-${one.id}`, 11 - yes(i)]]));
    const today = new Date(Date.now() + 7 * 3600e3).toISOString().slice(0, 10);
    const few = await act(secretary, id, 'record', {held_on: today, minutes_no: '12/BB-HĐTĐKT', present: 5, written: 0, ...ballot(() => 5)});
    say(few.status === 422, 'a session without quorum is refused', refusal(few));
    const counted = await act(secretary, id, 'record', {held_on: today, minutes_no: '12/BB-HĐTĐKT', present: 11, written: 0, ...ballot((i) => (i === 3 ? 4 : 11))});
    must(counted.status === 303, 'the council\'s counts are recorded', refusal(counted));
    const failedRow = elements(await secretary.doc(`/nominations/${id}`), 'nominee').find((one) => one.outcome === 'failed');
    say(failedRow, 'who did not pass is told why', failedRow?.reason);

    const deputy = await person('phogiamdoc');
    const own = await act(deputy, id, 'decide', {capacity: '', signed_on: today});
    say(own.status === 422, 'a deputy cannot sign in his own right');
    must((await act(deputy, id, 'decide', {capacity: 'KT', signed_on: today})).status === 303, 'the deputy decides, KT. GIÁM ĐỐC');
    const records = await person('vanthu');
    const page = `/nominations/${id}/act/issue`;
    const recipients = 'Như Điều 3; Công đoàn ngành Y tế; Lưu: VT, TCCB';
    const fields = {version: await version(records, id), number: 35, issued_on: today, recipients};
    const jumped = await records.send(page, page, fields);
    say(jumped.status === 422 && refusal(jumped).includes('từ 1 đến 34'), 'a number that passes over others asks what they went to', refusal(jumped));
    Object.assign(fields, {skipped: 'elsewhere', skipped_note: 'Các quyết định khác của Sở từ đầu năm'});
    const tokens = await records.tokens(page);
    const issued = await records.send(page, page, fields, tokens);
    must(issued.status === 303, 'the decision is numbered and issued', refusal(issued));
    const twice = await records.send(page, page, fields, tokens);
    say(twice.status === 303 && twice.location === issued.location, 'sent twice, it is done once');
    const xml = await records.doc(`/nominations/${id}`);
    const decision = elements(xml, 'decision')[0];
    say(decision.number === '35' && decision.capacity === 'KT', 'the number is the one that was typed', `${decision.number}/${decision.symbol}, ${decision['bonus-total']} đồng`);
    return {id, decision, granted: count(xml, 'nominee', (one) => one.outcome === 'granted'), records};
}

async function papers({id, decision, granted, records}) {
    console.log('\n# (d) The papers');
    for (const [name, expected] of [
        ['to-trinh', /TỜ TRÌNH/], ['danh-sach', /DANH SÁCH/i], ['quyet-dinh', /KT\. GIÁM ĐỐC/], ['giay-khen', /GIẤY KHEN/],
    ]) {
        const answer = await paper(records, `/nominations/${id}/paper/${name}`, name);
        say(answer.status === 200 && expected.test(textOf(answer.text)), name, `${answer.bytes.length} bytes`);
    }
    const printed = textOf((await records.get(`/nominations/${id}/paper/quyet-dinh`)).text);
    say(printed.includes('Số: 35/QĐ-SYT') && printed.includes('Công đoàn ngành Y tế'), 'with the number and the recipients that were typed');
    const kept = elements(await records.doc('/numbers'), 'number');
    say(kept.length === 2 && kept[1]['last-no'] === '34' && kept[1].used === 'elsewhere', 'the number book says where 1 to 34 went', kept[1]?.note);
    const certificates = await records.get(`/nominations/${id}/paper/giay-khen`);
    const numbers = [...textOf(certificates.text).matchAll(/Số sổ vàng:\s*(\d+)/g)].map(([, n]) => Number(n));
    say(numbers.length === granted && numbers.every((n, i) => n === i + 1), 'one certificate each, numbered in order', `${numbers.length} of ${granted}`);
    const khoa = textOf(certificates.text).match(/(Khoa|Phòng) [^,]+, Bệnh viện đa khoa Cà Mau/);
    say(khoa, 'a khoa is named with its hospital', khoa?.[0]);
    const register = elements(await records.doc(`/awards?year=${new Date().getFullYear()}`), 'award').filter((one) => one['decision-id'] === decision.id);
    say(register.length === granted, 'all of them stand in the register', `${register.length}`);
    const book = await paper(records, `/awards/paper/so-khen-thuong?year=${new Date().getFullYear()}`, 'so-khen-thuong');
    say(book.status === 200, 'the golden book');
}

// To the cell, as printed: total, individuals, %, merit, %, leaders, direct, campaign, %, leaders, direct. Nobody wrote down
// which of the people rewarded by merit were leaders, so those cells are empty.
const table21 = {
    'Bằng khen của Thủ tướng Chính phủ': '2 | 2 | 100,00 | 1 | 50,00 |  |  | 1 | 50,00 | 1 | 0',
    'Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh': '41 | 28 | 68,29 | 37 | 90,24 |  |  | 4 | 9,76 | 1 | 1',
    'Giấy khen của Giám đốc Sở Y tế': '243 | 234 | 96,30 | 155 | 63,79 |  |  | 88 | 36,21 | 24 | 55',
    'Chiến sĩ thi đua cơ sở': '118 | 118 | 100,00 | 118 | 100,00 |  |  | 0 | 0,00 | 0 | 0',
    'Tập thể lao động xuất sắc': '36 | 0 | 0,00 | 36 | 100,00 |  |  | 0 | 0,00 |  | ',
    'Tập thể lao động tiên tiến': '83 | 0 | 0,00 | 83 | 100,00 |  |  | 0 | 0,00 |  | ',
    'Tổng cộng': '523 | 382 | 73,04 | 430 | 82,22 |  |  | 93 | 17,78 | 26 | 56',
};

async function table() {
    console.log('\n# (e) The 21-column table');
    const clerk = await person('cb.ttcm');
    const answer = await paper(clerk, '/statistics/paper/bang-21-cot?from_year=2021&to_year=2025', 'bang-21-cot');
    say(answer.status === 200, 'is printed from the register', `${answer.bytes.length} bytes`);
    const rows = [...answer.text.matchAll(/<tr[^>]*>([^]*?)<\/tr>/g)]
        .map(([, row]) => [...row.matchAll(/<td[^>]*>([^]*?)<\/td>/g)].map(([, cell]) => textOf(cell).trim()));
    for (const [name, expected] of Object.entries(table21)) {
        const seen = rows.find((row) => row[1] === name)?.slice(2, 13).join(' | ');
        say(seen === expected, name, seen);
    }
    say(rows.filter((row) => row.length === 21).length === 7, 'twenty-one columns: six awards and a total');
}

async function above() {
    console.log('\n# (f) An award above the Director goes up, and its result comes back');
    const clerk = await person('cb.ttcm');
    const made = await clerk.send('/nominations/new', '/nominations/new', {authority: 'chu_tich_tinh', method: 'dot_xuat',
        year: new Date().getFullYear(), minutes_no: '03/BB-TTYT', minutes_date: new Date().toISOString().slice(0, 10)});
    const id = Number(made.location.split('/').pop());
    const actor = elements(await clerk.doc('/'), 'actor')[0];
    const one = elements(await clerk.doc(`/people?unit=${actor['unit-id']}`), 'person')[0];
    const added = await clerk.send(`/nominations/${id}`, `/nominations/${id}/nominees`,
        {kind: 'person', name: one['staff-no'], award_code: 'BKT', achievement: 'Dập tắt đám cháy, cứu 4 người bệnh ngày 03/10/2026.'});
    must(added.status === 303, 'one person for a Bằng khen by the short procedure', refusal(added));
    const sent = await act(clerk, id, 'submit');
    must(sent.status === 303, 'submitted', refusal(sent));
    must((await act(await person('gd.ttcm'), id, 'confirm', {capacity: ''})).status === 303, 'confirmed');
    const appraiser = await person('thamdinh');
    const row = elements(await appraiser.doc(`/nominations/${id}`), 'nominee')[0];
    must((await judge(appraiser, id, 'accepted', [row.id])).status === 303, 'appraised');
    must((await act(appraiser, id, 'forward')).status === 303, 'to the council');
    const today = new Date(Date.now() + 7 * 3600e3).toISOString().slice(0, 10);
    must((await act(await person('thuky'), id, 'record', {held_on: today, minutes_no: '13/BB-HĐTĐKT', present: 12, written: 1, [`yes-${row.id}`]: 13, [`no-${row.id}`]: 0})).status === 303, 'voted');
    const director = await person('giamdoc');
    say((await director.get(`/nominations/${id}/act/decide`)).status === 422, 'the Director cannot decide it himself');
    must((await act(director, id, 'propose', {capacity: '', signed_on: today})).status === 303, 'the Director signs the tờ trình up');
    const records = await person('vanthu');
    must((await act(records, id, 'send', {number: 1, issued_on: today, recipients: 'Như trên; Lưu: VT, TCCB'})).status === 303, 'it is numbered and sent');
    const printed = await paper(records, `/nominations/${id}/paper/to-trinh-cap-tren`, 'to-trinh-cap-tren');
    say(printed.status === 200 && /TỜ TRÌNH/.test(textOf(printed.text)), 'and printed');
    const result = await act(appraiser, id, 'result', {result_no: '2107/QĐ-UBND', result_date: today, row: [row.id]});
    must(result.status === 303, 'the province\'s decision is entered', refusal(result));
    const award = elements(await clerk.doc('/awards?award=BKT'), 'award').find((a) => a['decision-no'] === '2107/QĐ-UBND');
    say(award, 'and stands in the register', award?.name);
}

async function audit({id}) {
    console.log('\n# (g) The audit');
    const auditor = await person('thanhtra');
    const entries = elements(await auditor.doc(`/audit?object=nomination&object_id=${id}`), 'entry');
    for (const action of ['create', 'submit', 'confirm', 'forward', 'record', 'decide', 'issue']) {
        const entry = entries.find((one) => one.action === `nomination.${action}`);
        say(entry?.['person-name'] && entry?.role, `nomination.${action}`, entry && `${entry['person-name']}, ${entry.role}${entry.capacity ? `, ${entry.capacity}.` : ''}`);
    }
    const signed = entries.find((one) => one.action === 'nomination.decide');
    say(signed?.capacity === 'KT', 'the capacity is kept');
    say((await auditor.get(`/nominations/${id}/act/submit`)).status === 403, 'the auditor may read and change nothing');
}

try {
    await logins();
    const dossier = await nominate();
    const issued = await correct(dossier);
    await papers(issued);
    await table();
    await above();
    await audit(issued);
} catch (error) {
    say(false, 'the tour could not go on', error.message);
}
console.log(`\n1..${passed + failed}\n${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
