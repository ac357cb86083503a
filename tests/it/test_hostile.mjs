#!/usr/bin/env node
// Who has no account, or one of another unit only: what he sends ends no worker, costs no time, fills in nobody's form and
// reaches nothing that is not his.
import { File } from 'node:buffer';
import { readFileSync } from 'node:fs';
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { Site, done, test, workers } from './site.mjs';
import { workbook } from './workbook.mjs';

const site = new Site();
// Generous: it took thirty seconds, and the worker.
const SECONDS = 5;
const repeats = 'return_fields=aaaaaa&'.repeat(8192);
const marks = (kb) => '\u0301'.repeat(kb * 256) + '\u0316'.repeat(kb * 256);
const SIZES = [20, 80, 220];

// A second hospital with its own administrator, auditor and clerk, and a khoa of it.
const OTHERS = `INSERT INTO unit (id, code, kind, parent_id, path, sort_key, valid_from) VALUES
        (90, 'BV-X', 'benh_vien', 1, '/1/90/', '9', '2000-01-01'), (91, 'KX', 'khoa', 90, '/1/90/91/', '91', '2000-01-01');
    INSERT INTO unit_name (unit_id, valid_from, official, short, signing, head_title, symbol, fold, lower_name) VALUES
        (90, '2000-01-01', 'Bệnh viện X', 'BV X', 'BỆNH VIỆN X', 'GIÁM ĐỐC', 'BVX', 'benh vien x', 'bệnh viện x'),
        (91, '2000-01-01', 'Khoa Nội X', 'Khoa Nội', 'KHOA NỘI', 'TRƯỞNG KHOA', 'KX', 'khoa noi x', 'khoa nội x');
    INSERT INTO person (id, staff_no, directory_id, login, full_name, fold, lower_name, sort_key, in_directory) VALUES
        (901, 'X1', 'dir-x1', 'quantri.x', 'Quản Trị X', 'quan tri x', 'quản trị x', 'x1', TRUE), (902, 'X2', 'dir-x2', 'nhanvien.x', 'Nhân Viên X', 'nhan vien x', 'nhân viên x', 'x2', TRUE),
        (903, 'X3', 'dir-x3', 'moi.x', 'Mới Đến', 'moi den', 'mới đến', 'x3', TRUE);
    INSERT INTO position (person_id, unit_id, title, leader, valid_from) VALUES (901, 90, 'Viên chức', FALSE, '2020-01-01'), (902, 91, 'Viên chức', FALSE, '2020-01-01');
    INSERT INTO role_grant (id, person_id, role, unit_id, valid_from) VALUES (9001, 901, 'admin', 90, '2020-01-01'), (9002, 901, 'auditor', 90, '2020-01-01'),
        (9003, 902, 'clerk', 91, '2020-01-01');`;

// A session of any person in any grant, as site.session() makes it.
function session(person, grant) {
    const made = site.session('staff');
    site.sql(`UPDATE session SET person_id = ${person}, grant_id = ${grant} WHERE csrf = '${made.csrf}'`);
    return made;
}

async function timed(what) {
    const start = Date.now();
    const answer = await what();
    const seconds = (Date.now() - start) / 1000;
    assert.ok(seconds < SECONDS, `answered after ${seconds} s`);
    return answer;
}

const send = (target, session, body, type = 'application/x-www-form-urlencoded') => timed(() => fetch(site.url + target,
    { method: 'POST', redirect: 'manual', body, headers: { 'content-type': type, ...(session && { cookie: session.cookie }) } }));
const upload = (target, session, name, bytes) => {
    const form = new FormData();
    form.set('csrf', session.csrf);
    form.set('once', randomBytes(32).toString('base64url'));
    form.set('file', new File([bytes], name));
    return timed(() => fetch(site.url + target, { method: 'POST', redirect: 'manual', body: form, headers: { cookie: session.cookie } }));
};

try {
    const one = await site.serve();
    const before = workers(one);
    const clerk = site.session('clerk');
    const appraiser = site.session('appraiser');
    const admin = site.session('admin');
    const auditor = site.session('auditor');
    site.sql(OTHERS);
    const adminX = session(901, 9001);
    const auditorX = session(901, 9002);
    const alive = () => assert.deepEqual(workers(one), before, 'a worker ended');
    const dossier = (await site.post('/nominations/new', clerk, { authority: 'giam_doc_so', method: 'cong_trang', title: 'Hồ sơ thử' })).headers.get('location');

    await test('a field sent 8,192 times is refused at once, with a session and without', async () => {
        assert.equal((await send(`${dossier}/rows`, undefined, repeats)).status, 401);
        assert.equal((await send(`${dossier}/rows`, clerk, `csrf=${clerk.csrf}&${repeats}`.slice(0, 172031))).status, 403); // who appraises, the flow says
        assert.equal((await send(`${dossier}/rows`, appraiser, `csrf=${appraiser.csrf}&${repeats}`.slice(0, 172031))).status, 409); // the dossier is a draft
        for (let i = 0; i < 24; i++) assert.equal((await send(`${dossier}/rows`, undefined, repeats)).status, 401);
        assert.equal((await site.get('/login')).status, 200);
        alive();
    });

    await test('marks without end are refused at once: in a form, in a query, as a login', async () => {
        for (const kb of SIZES) {
            const title = encodeURIComponent(marks(kb));
            assert.equal((await send(dossier, undefined, `title=${title}`)).status, 401);
            const answer = await send(dossier, clerk, `csrf=${clerk.csrf}&once=${randomBytes(32).toString('base64url')}&version=1&title=${title}`);
            assert.equal(answer.status, 422);
            assert.match(await answer.text(), /Dài quá 300 ký tự/);
            assert.equal((await send('/login', undefined, `login=${title}&password=x`)).status, 422);
            assert.equal((await send('/login', undefined, `login=x&password=x&kept=${title}`)).status, 503); // it got as far as the directory: there is none
        }
        const short = await send(dossier, clerk, `csrf=${clerk.csrf}&once=x&version=1&title=a${encodeURIComponent('\u0301'.repeat(40))}`);
        assert.equal(short.status, 422);
        assert.match(await short.text(), /Có ký tự không đọc được/);
        assert.equal((await timed(() => site.get(`/people?q=a${encodeURIComponent('\u0301'.repeat(90))}`, clerk))).status, 422);
        alive();
    });

    await test('marks without end are refused at once: in a CSV, in a workbook, in a file name', async () => {
        for (const kb of SIZES) {
            const rows = (text) => [['Đối tượng', 'Họ và tên hoặc tên tập thể', 'Danh hiệu, hình thức đề nghị', 'Thành tích'], ['Cá nhân', 'Người thứ 1', 'GKSYT', text]];
            const csv = rows(marks(kb)).map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\r\n');
            const many = rows(marks(1)).concat(Array.from({ length: kb }, () => ['Cá nhân', 'Người thứ 1', 'GKSYT', marks(7)]));
            for (const [name, bytes] of [['a.csv', csv], ['b.csv', many.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\r\n')],
                ['a.xlsx', workbook(rows(marks(kb)))], ['b.xlsx', workbook(many)]]) {
                const answer = await upload(`${dossier}/import`, clerk, name, bytes);
                assert.ok([413, 422].includes(answer.status), `${name}: ${answer.status}`);
                assert.match(await answer.text(), /NL-2\d\d/, name);
            }
        }
        const named = await upload(`${dossier}/import`, clerk, `a${'\u0301'.repeat(100)}.csv`, 'a,b');
        assert.equal(named.status, 422);
        assert.match(await named.text(), /Tên tệp/);
        alive();
    });

    await test('a stranger\'s body that is too long to be kept is not even read', async () => {
        const peak = () => Math.max(...workers(one).map((pid) => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1])));
        const was = peak();
        for (let i = 0; i < 3; i++) {
            const answer = await upload('/nominations/1/evidence', { csrf: '', cookie: '' }, 'a.pdf', Buffer.alloc(19 << 20, '%PDF-'));
            assert.equal(answer.status, 401);
        }
        assert.ok(peak() - was < 4096, `${peak() - was} kB more`);
    });

    await test('a link fills in nothing: the prefilled grant', async () => {
        const kept = 'login=nv2&role=director&unit_id=1';
        const page = await (await site.get(`/login?next=/admin/roles&kept=${encodeURIComponent(kept)}`)).text();
        assert.doesNotMatch(page, /kept/);
        assert.doesNotMatch(page, /nv2/);
        // Even a login form that carries one: only what this browser posted to us comes back.
        const answer = await site.post('/admin/roles', { ...admin, csrf: 'x' }, { login: 'nv2', role: 'director', unit_id: 1 });
        assert.equal(answer.status, 403);
        assert.match(await answer.text(), /nv2/);
    });

    await test('an administrator sees, grants and revokes in his own units only', async () => {
        const grants = () => Number(site.sql('SELECT COUNT(*) FROM role_grant WHERE revoked_at IS NULL'));
        const had = grants();
        const list = await (await site.get('/admin/roles.xml', adminX)).text();
        assert.deepEqual([...list.matchAll(/<grant [^>]*unit-id="(\d+)"/g)].map(([, unit]) => unit).sort(), ['90', '90', '91']);
        const grant = (who, fields) => site.post('/admin/roles', who, { role: 'clerk', ...fields });
        assert.equal((await grant(adminX, { login: 'nhanvien.x', unit_id: 1, role: 'director' })).status, 404);
        assert.equal((await grant(adminX, { ldap_group: 'ai-cung-duoc', unit_id: 2 })).status, 404);
        assert.equal((await grant(adminX, { login: 'nv2', unit_id: 90 })).status, 422); // of another hospital
        assert.equal((await grant(adminX, { login: 'moi.x', unit_id: 90 })).status, 422); // of no unit yet
        for (const id of site.sql('SELECT id FROM role_grant WHERE unit_id IN (1, 2)').trim().split('\n'))
            assert.equal((await site.post(`/admin/roles/${id}/revoke`, adminX, {})).status, 404, id);
        assert.equal(grants(), had);
        assert.equal((await grant(adminX, { login: 'nhanvien.x', unit_id: 91, role: 'head' })).status, 303);
        assert.equal((await grant(adminX, { ldap_group: 'Tổ thi đua '.repeat(15).trim(), unit_id: 90 })).status, 303);
        assert.equal((await site.post('/admin/roles/9003/revoke', adminX, {})).status, 303);
        assert.equal(grants(), had + 1);
        assert.equal((await grant(admin, { login: 'moi.x', unit_id: 2 })).status, 303); // the department's finds everybody
        assert.equal(site.sql("SELECT GROUP_CONCAT(DISTINCT unit_id ORDER BY unit_id) FROM audit WHERE object = 'role_grant'").trim(), '2,90,91');
    });

    await test('a name of a group is never cut inside a character', async () => {
        const group = 'Nhóm thi đua, khen thưởng của khối các bệnh viện đa khoa '.repeat(3).trim();
        assert.equal((await site.post('/admin/roles', admin, { ldap_group: group, role: 'clerk', unit_id: 2 })).status, 303);
        assert.match(site.sql("SELECT after_text FROM audit WHERE action = 'role.grant' ORDER BY id DESC LIMIT 1"), new RegExp(`nhóm danh bạ ${group}`));
    });

    await test('people are read by those who may read people, and everybody reads himself', async () => {
        const accountant = site.session('accountant');
        const staff = site.session('staff');
        for (let id = 1; id <= 10; id++) {
            assert.equal((await site.get(`/people/${id}.xml`, accountant)).status, id === 8 ? 200 : 404, `accountant ${id}`);
            assert.equal((await site.get(`/people/${id}`, staff)).status, id === 1 ? 200 : 404, `staff ${id}`);
            assert.equal((await site.get(`/people/${id}`, adminX)).status, 404, `the other hospital's ${id}`);
        }
        assert.equal((await site.get('/people/2', clerk)).status, 200);
        assert.equal((await site.get('/people/902', adminX)).status, 200);
    });

    await test("the audit is its reader's units'", async () => {
        await site.post('/capacity', adminX, { grant_id: 0 });
        await site.post('/logout', site.session('appraiser'), {});
        site.sql("INSERT INTO audit (at, action, object, request_id) VALUES (UTC_TIMESTAMP(), 'login.refused', 'person', 'nobody')");
        const read = async (who, query = '') => [...(await (await site.get(`/audit.xml${query}`, who)).text()).matchAll(/<entry [^>]*>/g)].map(([entry]) => entry);
        const units = (entries) => site.sql(`SELECT COALESCE(GROUP_CONCAT(DISTINCT COALESCE(unit_id, 'none') ORDER BY unit_id), '')
            FROM audit WHERE id IN (${entries.map((entry) => / id="(\d+)"/.exec(entry)[1]).join(',') || 0})`).trim();
        assert.equal(units(await read(auditorX)), '90,91');
        assert.equal(units(await read(auditorX, '?object=nomination')), '');
        assert.equal(units(await read(auditorX, '?person_id=2')), '');
        assert.equal(units(await read(auditor)), 'none,1,2,90,91');
        assert.ok((await read(auditor, '?object=nomination')).length > 0);
        assert.equal(site.sql("SELECT COUNT(*) FROM audit WHERE unit_id IS NULL AND action <> 'login.refused'").trim(), '0');
    });

    await test('nothing of it ended a worker or was called our fault', () => {
        alive();
        assert.doesNotMatch(one.text(), /level=(error|fatal)/);
    });
} finally {
    await site.stop();
}
done();
