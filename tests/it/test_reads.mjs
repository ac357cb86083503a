#!/usr/bin/env node
// Whoever reads a person's data, opens a paper of a dossier or takes the register away leaves an entry in the audit; without the entry
// nothing is handed out.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { File } from 'node:buffer';
import { Site, done, test } from './site.mjs';

const site = new Site();
const READS = "action IN ('person.read', 'nomination.read', 'award.export')";
const last = () => Number(site.sql('SELECT COALESCE(MAX(id), 0) FROM audit'));

// What the audit keeps of what is done, without the request and the time.
async function noted(what) {
    const from = last();
    await what();
    return site.sql(`SELECT person_id, role, action, object, COALESCE(object_id, '-'), COALESCE(unit_id, '-'), COALESCE(after_text, '-')
        FROM audit WHERE id > ${from} AND ${READS} ORDER BY id`).trim().split('\n').filter(Boolean).map((line) => line.split('\t').join(' '));
}

try {
    await site.serve();
    const clerk = site.session('clerk');
    const auditor = site.session('auditor');
    const got = async (target, session, status = 200) => assert.equal((await site.get(target, session)).status, status, target);
    assert.equal(site.sql('SELECT COUNT(*) FROM audit').trim(), '0');
    const me = site.sql(`SELECT person_id FROM session WHERE csrf = '${auditor.csrf}'`).trim();

    await test('a person is read, as a page and as XML', async () => {
        assert.deepEqual(await noted(() => got('/people/2', auditor)), [`${me} auditor person.read person 2 2 -`]);
        assert.equal(site.sql('SELECT id FROM audit').trim(), '1', 'the chain begins with the first');
        assert.deepEqual(await noted(() => got('/people/2.xml', auditor)), [`${me} auditor person.read person 2 2 -`]);
    });

    await test('oneself, a head without its page, and somebody who is not to be read leave nothing', async () => {
        assert.deepEqual(await noted(() => got(`/people/${me}`, auditor)), []);
        assert.deepEqual(await noted(() => fetch(`${site.url}/people/2`, { method: 'HEAD', headers: { cookie: auditor.cookie } })), []);
        assert.deepEqual(await noted(() => got('/people/99999', auditor, 404)), []);
        assert.deepEqual(await noted(() => got('/people/2', site.session('staff', 5), 404)), []);
    });

    await test('the register is taken away: how many rows, and what was asked for', async () => {
        const rows = site.sql("SELECT COUNT(*) FROM award").trim();
        const [all] = await noted(() => got('/awards.xlsx', auditor));
        assert.equal(all, `${me} auditor award.export award - 1 ${rows} dòng`);
        assert.deepEqual(await noted(() => got('/awards.xlsx?year=1999&unit=2&method=cong_trang&kind=person&award=CSTDCS&q=An', auditor)), [
            `${me} auditor award.export award - 1 0 dòng; đơn vị số 2; năm 1999; danh hiệu, hình thức CSTDCS; loại hình: Công trạng; đối tượng: Cá nhân; tìm: An`]);
        assert.deepEqual(await noted(() => fetch(`${site.url}/awards.xlsx`, { method: 'HEAD', headers: { cookie: auditor.cookie } })), []);
    });

    await test('a paper of a dossier is opened: the unit of the dossier sees it', async () => {
        const dossier = (await site.post('/nominations/new', clerk, { authority: 'giam_doc_so', method: 'cong_trang', title: 'Hồ sơ thử' })).headers.get('location');
        const form = new FormData();
        for (const [name, value] of Object.entries({ csrf: clerk.csrf, once: randomBytes(32).toString('base64url'), kind: 'bien_ban', number: '1/BB', issued_on: '05/02/2026' }))
            form.set(name, value);
        form.set('file', new File(['%PDF-1.4\n'], 'Biên bản.pdf', { type: 'application/pdf' }));
        assert.equal((await fetch(`${site.url}${dossier}/evidence`, { method: 'POST', body: form, headers: { cookie: clerk.cookie }, redirect: 'manual' })).status, 303);
        const paper = site.sql('SELECT MAX(id) FROM evidence').trim();
        assert.deepEqual(await noted(() => got(`${dossier}/evidence/${paper}`, auditor)), [
            `${me} auditor nomination.read nomination ${dossier.split('/').pop()} 2 Biên bản.pdf`]);
    });

    await test('the entries are in the words of the office, and can be asked for', async () => {
        const page = await (await site.get('/audit?action=person.read', auditor)).text();
        assert.match(page, /Xem hồ sơ của một người/);
        assert.match(page, /<option value="award\.export"[^>]*>Xuất sổ khen thưởng/);
    });

    await test('what cannot be noted is not handed out', async () => {
        site.sql('RENAME TABLE audit_head TO audit_head_away');
        try {
            for (const target of ['/people/2', '/awards.xlsx']) {
                const answer = await site.get(target, auditor);
                assert.ok(answer.status >= 500, `${target}: ${answer.status}`);
                assert.equal(answer.headers.get('content-disposition'), null);
            }
            await got('/awards', auditor);
        } finally {
            site.sql('RENAME TABLE audit_head_away TO audit_head');
        }
        await got('/people/2', auditor);
    });
} finally {
    await site.stop();
}
done();
