#!/usr/bin/env node
// What a browser meets: three true answers to a login, a form that outlives its session, a double click, a database
// that is away, and logs that keep secrets.
import { File } from 'node:buffer';
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, readSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Site, build, done, env, script, test, top, until, workers } from './site.mjs';

const PASSWORD = 'mật khẩu của An';
const site = new Site();
const directory = path.join(site.folder, 'slapd');
mkdirSync(directory);
const field = (html, name) => new RegExp(`name="${name}"[^>]* value="([^"]*)"`).exec(html)?.[1]
    .replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
const tokens = async (target, session) => {
    const html = await (await site.get(target, session)).text();
    return { csrf: field(html, 'csrf'), once: field(html, 'once') };
};
// Node 18 has them in one line only.
const cookiesOf = (answer) => (answer.headers.get('set-cookie') ?? '').split(/, (?=[\w-]+=)/);
const cookieOf = (answer) => ({ cookie: cookiesOf(answer).find((line) => line.startsWith('tdkt='))?.split(';')[0] });
const login = (login, password, more = {}, headers = {}) => site.post('/login', undefined, { login, password, ...more }, headers);
const draft = { authority: 'giam_doc_so', method: 'cong_trang', title: 'Đề nghị <khen> "thử" & giữ', note: 'dòng một\ndòng hai' };
// Every session has run out just now.
const OVER = 'UPDATE session SET expires_at = UTC_TIMESTAMP() - INTERVAL 1 MINUTE';
const TITLE = 'Đề nghị &lt;khen&gt;';
// Old workers answer beside the new ones for a moment after a reload.
const settled = (what, check) => until(what, async () => {
    for (let i = 0; i < 8; i++) if (!(await check())) return false;
    return true;
});
// Where a process has one of the words in its memory.
const memoryOf = (pid, words) => {
    const found = [];
    const memory = openSync(`/proc/${pid}/mem`, 'r');
    for (const line of readFileSync(`/proc/${pid}/maps`, 'utf8').split('\n')) {
        const [, from, to, what] = /^(\w+)-(\w+) rw\S+ \S+ \S+ \S+ *(.*)$/.exec(line) ?? [];
        if (!from || Number(`0x${to}`) - Number(`0x${from}`) > 1 << 30) continue; // a sanitizer's own
        const piece = Buffer.alloc(Number(`0x${to}`) - Number(`0x${from}`));
        try {
            readSync(memory, piece, 0, piece.length, Number(`0x${from}`));
        } catch {
            continue;
        }
        for (const word of words) if (piece.includes(word)) found.push(`${pid} ${what} ${word}`);
    }
    closeSync(memory);
    return found;
};
const drafts = () => Number(site.sql('SELECT COUNT(*) FROM nomination'));

try {
    script('slapd.sh', 'start', directory, path.join(top, 'tests/data/dir/directory.ldif'));
    const ldap = env(path.join(directory, 'env'));
    const passwordFile = path.join(site.folder, 'ldap.password');
    writeFileSync(passwordFile, 'dich-vu', { mode: 0o600 });
    site.configure({ ldap: { uris: ldap.LDAP_URI, base: 'ou=people,dc=thu,dc=vn', bind_dn: 'cn=tdkt,ou=services,dc=thu,dc=vn', password_file: passwordFile,
        tls_ca: ldap.LDAP_CA, group_base: 'ou=groups,dc=thu,dc=vn', seconds: 3 } });
    // An is the unit's clerk.
    site.sql("UPDATE person SET directory_id = '11111111-1111-4111-8111-111111111111', login = 'nva' WHERE id = 2");
    const one = await site.serve();
    let an;

    await test('a login gives a cookie that scripts cannot read, and leads where it was asked for', async () => {
        const answer = await login('nva', PASSWORD, { next: '/nominations/new' });
        assert.equal(answer.status, 303);
        assert.equal(answer.headers.get('location'), '/nominations/new');
        assert.match(cookiesOf(answer).join('\n'), /^tdkt=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/m);
        an = cookieOf(answer);
        assert.equal((await site.get('/nominations/new', an)).status, 200);
        for (const away of ['//evil.example', 'https://evil.example/', '/\\evil.example'])
            assert.equal((await login('nva', PASSWORD, { next: away })).headers.get('location'), '/');
    });

    await test('a wrong password and an unknown person are told, and stay typed; the password does not', async () => {
        const wrong = await login('nva', 'sai bét');
        assert.equal(wrong.status, 401);
        const html = await wrong.text();
        assert.equal(field(html, 'login'), 'nva');
        assert.doesNotMatch(html, /sai bét/);
        assert.equal((await login('khong-co', 'sai bét')).status, 401);
        assert.equal((await login('', '')).status, 422);
    });

    await test('a password that was typed stays in no memory of the program', async () => {
        const typed = 'mật-khẩu-gõ-thử-đúng-một-lần';
        for (let i = 0; i < 4; i++) assert.equal((await login('khong-co-ai', typed, { next: `/units?q=${'x'.repeat(40 * i)}` })).status, 401);
        const long = await login('khong-co-ai', `${typed}${'dài'.repeat(4000)}`); // of more than one buffer
        assert.equal(long.status, 422);
        const places = workers(one).flatMap((pid) => memoryOf(pid, [Buffer.from(typed), Buffer.from(encodeURIComponent(typed))]));
        assert.deepEqual(places, []);
        assert.ok(workers(one).some((pid) => memoryOf(pid, [Buffer.from('khong-co-ai, not in any memory'), Buffer.from('libfcgi')]).length > 0), 'the test can see it');
    });

    await test('whom the portal names is let in by a button, and nobody else can say so', async () => {
        const named = await site.alsoServe('portal', site.socket, 'fastcgi_param TDKT_REMOTE_USER nva;');
        const portal = (more = {}) => fetch(`${named}/login/portal`, { method: 'POST', redirect: 'manual', body: new URLSearchParams({ next: '/' }), headers: more });
        assert.doesNotMatch(await (await fetch(`${named}/login`)).text(), /login\/portal/);
        assert.equal((await portal()).status, 404);
        site.configure({ session: { portal: 'yes' } });
        one.child.kill('SIGHUP');
        await settled('the portal is believed', async () => /login\/portal/.test(await (await fetch(`${named}/login`)).text()));
        const spoofed = await site.post('/login/portal', undefined, { next: '/' }, { TDKT_REMOTE_USER: 'nva', 'TDKT-REMOTE-USER': 'nva', 'X-Remote-User': 'nva' });
        assert.equal(spoofed.status, 401);
        site.sql("UPDATE person SET in_directory = TRUE WHERE id = 2");
        const answer = await portal();
        assert.equal(answer.status, 303);
        assert.equal((await fetch(`${named}/nominations/new`, { headers: cookieOf(answer), redirect: 'manual' })).status, 200);
        site.sql("UPDATE person SET in_directory = FALSE WHERE id = 2");
        assert.equal((await portal()).status, 401);
        site.sql("UPDATE person SET in_directory = TRUE WHERE id = 2");
        site.configure({ session: { portal: 'no' } });
        one.child.kill('SIGHUP');
        await settled('the portal is not believed', async () => !/login\/portal/.test(await (await fetch(`${named}/login`)).text()));
    });

    await test('a form that outlives its session comes back after the login, with everything typed', async () => {
        const before = drafts();
        const { csrf, once } = await tokens('/nominations/new', an);
        site.sql(OVER);
        const expired = await site.post('/nominations/new', an, { ...draft, csrf, once });
        assert.equal(expired.status, 401);
        assert.match(one.text(), /method=POST route=\/nominations\/new status=401/);
        assert.doesNotMatch(one.text(), /method=GET route=\/login status=401/);
        const html = await expired.text();
        const kept = field(html, 'kept');
        assert.match(kept, /^[\w-]{100,}$/); // sealed for this browser
        const sealed = cookiesOf(expired).find((line) => line.startsWith('tdkt-form='));
        assert.match(sealed, /^tdkt-form=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=86400$/);
        assert.equal((await login('nva', PASSWORD, { next: '/nominations/new', kept })).status, 303); // in another browser it is nothing
        assert.equal(field(html, 'next'), '/nominations/new');
        const back = await login('nva', PASSWORD, { next: '/nominations/new', kept }, { cookie: sealed.split(';')[0] });
        assert.equal(back.status, 200);
        an = cookieOf(back);
        const form = await back.text();
        assert.ok(form.includes(TITLE));
        assert.match(form, /dòng một\r?\ndòng hai/);
        assert.equal(drafts(), before);
        const sent = await site.post('/nominations/new', an, { ...draft, csrf: field(form, 'csrf'), once: field(form, 'once') });
        assert.equal(sent.status, 303);
        assert.equal(drafts(), before + 1);
    });

    await test('and only for the person whose session it was; the sweep at a login leaves it findable', async () => {
        const before = drafts();
        const { csrf, once } = await tokens('/nominations/new', an);
        site.sql(OVER);
        assert.equal((await login('vkb', 'dung')).status, 303); // sweeps
        assert.equal((await site.get('/nominations/new', an)).status, 303); // and lets nobody in
        const expired = await site.post('/nominations/new', an, { ...draft, csrf, once });
        const sealed = cookiesOf(expired).find((line) => line.startsWith('tdkt-form=')).split(';')[0];
        const kept = field(await expired.text(), 'kept');
        const other = await login('vkb', 'dung', { next: '/', kept }, { cookie: sealed });
        assert.equal(other.status, 303);
        const cookies = cookiesOf(other).map((line) => line.split(';')[0]).join('; ');
        const page = await (await fetch(new URL(other.headers.get('location'), site.url), { headers: { cookie: cookies } })).text();
        assert.match(page, /do người khác nhập nên không mở/);
        assert.ok(!page.includes(TITLE));
        const back = await login('nva', PASSWORD, { next: '/nominations/new', kept }, { cookie: sealed });
        assert.equal(back.status, 200);
        assert.ok((await back.text()).includes(TITLE));
        an = cookieOf(back);
        assert.equal(drafts(), before);
    });

    await test('a post without a session leads, after the login, to a page that is there', async () => {
        const above = { '/logout': '/', '/capacity': '/', '/sessions/x/close': '/sessions', '/admin/roles/5/revoke': '/admin/roles', '/nominations/new': '/nominations/new',
            '/nominations/1/nominees': '/nominations/1', '/nominations/1/nominees/2/remove': '/nominations/1/nominees/2', '/nominations/1/evidence/2/remove': '/nominations/1' };
        for (const [target, next] of Object.entries(above)) {
            const asked = await site.post(target, undefined, {});
            assert.equal(asked.status, 401, target);
            assert.equal(field(await asked.text(), 'next'), next, target);
        }
    });

    await test('a search that was asked for before the login is found after it; one that is too long to be kept is its page', async () => {
        const search = (n) => `/awards?q=${'%E1%BB%85'.repeat(n)}`;
        for (const [next, location] of [[search(32), search(32)], [search(33), '/awards'], [search(50), '/awards']])
            assert.equal((await login('nva', PASSWORD, { next })).headers.get('location'), location);
    });

    await test('nothing is kept without a session, nor of one that was ended, is long over or whose person has left', async () => {
        const posted = async (target, headers, fields) => {
            const answer = await site.post(target, undefined, fields, headers);
            assert.equal(answer.status, 401);
            const html = await answer.text();
            assert.match(html, /name="password"/);
            assert.doesNotMatch(html, /name="kept"/);
            assert.match(html, /Chưa đăng nhập hoặc phiên làm việc đã kết thúc/);
            assert.ok(!cookiesOf(answer).some((line) => line.startsWith('tdkt-form=')));
        };
        const entered = async () => cookieOf(await login('nva', PASSWORD));
        const grant = { login: 'nva', role: 'director', unit_id: 1, csrf: 'x', once: 'y' };
        await posted('/admin/roles', {}, grant);
        await posted('/admin/roles', { cookie: `tdkt=${'A'.repeat(43)}` }, grant);
        const out = await entered();
        assert.equal((await site.post('/logout', out, await tokens('/nominations/new', out))).status, 303);
        await posted('/nominations/new', out, draft);
        site.sql('DELETE FROM session');
        const closed = await entered(), name = site.sql('SELECT public_id FROM session').trim(), mine = await entered();
        assert.equal((await site.post(`/sessions/${name}/close`, mine, await tokens('/nominations/new', mine))).status, 303);
        await posted('/nominations/new', closed, draft);
        const old = await entered();
        site.sql('UPDATE session SET expires_at = UTC_TIMESTAMP() - INTERVAL 3 DAY');
        await posted('/nominations/new', old, draft);
        const left = await entered();
        site.sql(OVER);
        site.sql('UPDATE person SET in_directory = FALSE WHERE id = 2');
        await posted('/nominations/new', left, draft);
        site.sql('UPDATE person SET in_directory = TRUE WHERE id = 2');
        an = await entered();
    });

    await test('a double click acts once and leads to the same place', async () => {
        const before = drafts();
        const mine = await tokens('/nominations/new', an);
        const answers = await Promise.all([1, 2, 3, 4].map(() => site.post('/nominations/new', an, { ...draft, ...mine })));
        assert.deepEqual(answers.map((answer) => answer.status), [303, 303, 303, 303]);
        assert.equal(new Set(answers.map((answer) => answer.headers.get('location'))).size, 1);
        assert.equal(drafts(), before + 1);
        assert.equal((await site.get(answers[0].headers.get('location'), an)).status, 200);
    });

    await test('a field in error brings the form back', async () => {
        const mine = await tokens('/nominations/new', an);
        const answer = await site.post('/nominations/new', an, { ...draft, ...mine, minutes_date: '31/02/2026' });
        assert.equal(answer.status, 422);
        const html = await answer.text();
        assert.ok(html.includes(TITLE));
        assert.match(html, /31\/02\/2026/);
    });

    await test('a post from elsewhere, without its token, too large or of another kind does nothing', async () => {
        const before = drafts();
        const mine = await tokens('/nominations/new', an);
        assert.equal((await site.post('/nominations/new', an, { ...draft, ...mine }, { 'sec-fetch-site': 'cross-site' })).status, 403);
        assert.equal((await site.post('/nominations/new', an, { ...draft, ...mine }, { origin: 'https://evil.example' })).status, 403);
        assert.equal((await site.post('/nominations/new', an, { ...draft, once: mine.once, csrf: 'x' })).status, 403);
        assert.equal((await site.post('/nominations/new', an, { ...draft, ...mine, note: 'x'.repeat(1200000) })).status, 413);
        assert.equal((await site.post('/nominations/new', an, { ...draft, ...mine, note: 'x'.repeat(3000000) })).status, 413);
        assert.equal((await fetch(`${site.url}/nominations/new`, { method: 'POST', headers: { ...an, 'content-type': 'application/json' }, body: '{}' })).status, 400);
        assert.equal((await fetch(`${site.url}/nominations/new`, { method: 'PUT', headers: an, body: 'x' })).status, 405);
        assert.equal(drafts(), before);
    });

    await test('every answer carries the headers that protect its reader', async () => {
        for (const target of ['/', '/units', '/units.xml', '/nowhere', '/login']) {
            const answer = await site.get(target, an);
            assert.match(answer.headers.get('content-security-policy'), /^default-src 'none'/, target);
            assert.equal(answer.headers.get('x-content-type-options'), 'nosniff', target);
            assert.equal(answer.headers.get('cache-control'), 'no-store', target);
            assert.equal(answer.headers.get('referrer-policy'), 'same-origin', target);
        }
        const asset = await site.get('/asset/style.css?v=1');
        assert.match(asset.headers.get('cache-control'), /immutable/);
        assert.equal((await site.get('/internal/files/ab/cd/x')).status, 404);
        assert.equal((await site.get('/asset/../conf/messages.xml')).status, 404);
    });

    await test('an uploaded file is handed out by nginx, to be saved, never to be run', async () => {
        const mine = await tokens('/nominations/new', an);
        const dossier = (await site.post('/nominations/new', an, { ...draft, ...mine })).headers.get('location');
        const page = await (await site.get(dossier, an)).text();
        const form = new FormData();
        form.set('csrf', field(page, 'csrf'));
        form.set('once', mine.once.slice(1) + 'x');
        form.set('kind', 'bien_ban');
        form.set('number', '12/BB');
        form.set('issued_on', '05/02/2026');
        form.set('file', new File(['%PDF-1.4\n<script>alert(1)</script>'], 'Biên bản "họp".pdf', { type: 'application/pdf' }));
        const sent = await fetch(`${site.url}${dossier}/evidence`, { method: 'POST', body: form, headers: an, redirect: 'manual' });
        assert.equal(sent.status, 303, await sent.text());
        const id = site.sql('SELECT MAX(id) FROM evidence').trim();
        const file = await site.get(`${dossier}/evidence/${id}`, an);
        assert.equal(file.status, 200);
        assert.match(file.headers.get('content-disposition'), /^attachment; .*filename\*=UTF-8''Bi%C3%AAn/);
        assert.match(file.headers.get('content-security-policy'), /sandbox/);
        assert.match(await file.text(), /^%PDF-1\.4/);
        // The folder is not the one of this database, or somebody was in it.
        const digest = site.sql('SELECT digest FROM file ORDER BY id DESC LIMIT 1').trim();
        const stored = path.join(site.folder, 'files', digest.slice(0, 2), digest.slice(2, 4), digest);
        const right = readFileSync(stored);
        const doctor = () => spawnSync(path.join(build, 'fcgi/tdkt'), ['--config', site.confFile, 'doctor'], { encoding: 'utf8' }).stdout;
        assert.match(doctor(), /^ok {4}attachments \(1\)/m);
        for (const spoil of [() => writeFileSync(stored, right.subarray(1)), () => rmSync(stored)]) {
            spoil();
            const gone = await site.get(`${dossier}/evidence/${id}`, an);
            assert.equal(gone.status, 500);
            assert.equal(gone.headers.get('content-disposition'), null);
            assert.match(await gone.text(), /TP-103/);
            assert.match(doctor(), /^WRONG attachments/m);
        }
        assert.match(one.text(), /route=\/nominations\/\{id\}\/evidence\/\{id\} status=500 [^\n]*key=file\.missing/);
        writeFileSync(stored, right);
        assert.equal((await site.get(`${dossier}/evidence/${id}`, an)).status, 200);
        // Whoever hands it in again puts a spoilt one right.
        writeFileSync(stored, right.subarray(1));
        const fresh = await (await site.get(dossier, an)).text();
        form.set('csrf', field(fresh, 'csrf'));
        form.set('once', field(fresh, 'once'));
        assert.equal((await fetch(`${site.url}${dossier}/evidence`, { method: 'POST', body: form, headers: an, redirect: 'manual' })).status, 303);
        assert.equal((await site.get(`${dossier}/evidence/${id}`, an)).status, 200);
        // Its end says what it is, whatever its sender called it.
        site.sql(`UPDATE file SET name = 'a\u202Efdp.pdf.exe' WHERE id = (SELECT file_id FROM evidence WHERE id = ${id})`);
        assert.match((await site.get(`${dossier}/evidence/${id}`, an)).headers.get('content-disposition'), /filename="afdp_pdf_exe\.pdf"/);
    });

    await test('without the database every page says so, and comes back by itself', async () => {
        script('mariadb.sh', 'stop', site.folder);
        const answer = await site.get('/units', an);
        assert.equal(answer.status, 503);
        assert.ok(Number(answer.headers.get('retry-after')) > 0);
        assert.match(await answer.text(), /HT-503/);
        const kept = await site.post('/nominations/new', an, { ...draft, csrf: 'x', once: 'y' });
        assert.equal(kept.status, 503);
        assert.match(await kept.text(), /dòng hai/);
        assert.equal((await site.get('/healthz')).status, 200);
        assert.equal((await site.get('/readyz')).status, 503);
        script('mariadb.sh', 'start', site.folder);
        await until('it is back', async () => (await site.get('/units', an)).status === 200, 20000);
        assert.equal((await site.get('/readyz')).status, 200);
    });

    await test('a worker without memory ends, answers nothing that looks right, and is replaced', async () => {
        const before = workers(one);
        for (const pid of before) {
            const size = Number(/VmSize:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]);
            execFileSync('prlimit', [`--pid=${pid}`, `--as=${(size + 64) * 1024}`]);
        }
        const body = new FormData(); // more than what an earlier reload left free
        body.append('file', new File(['x'.repeat(18 << 20)], 'lon.csv'));
        // One that has taken a dead one's place has memory, and says 403.
        const left = () => before.filter((pid) => workers(one).includes(pid)).length;
        for (let i = 0, was = left(); was > 0 && i < 50; i++, was = left()) {
            const answer = await fetch(`${site.url}/nominations/1/import`, { method: 'POST', redirect: 'manual', body, headers: { cookie: an.cookie } });
            assert.ok([502, 504].includes(answer.status) || (was < before.length && answer.status === 403), `answered ${answer.status}, ${was} have no memory`);
        }
        assert.equal((one.text().match(/event=out-of-memory/g) ?? []).length, before.length);
        assert.match(one.text(), /level=fatal event=out-of-memory pool=[\w -]+ request=[0-9a-f]{32} route=\/nominations\/\{id\}\/import\n/);
        assert.doesNotMatch(one.text(), /again=[1-9]/);
        await settled('others have taken their place', async () => (await site.get('/units', an)).status === 200);
        assert.ok(workers(one).every((pid) => !before.includes(pid)));
    });

    await test('without the directory a login says so, and who is logged in works on', async () => {
        script('slapd.sh', 'stop', directory);
        const answer = await login('nva', PASSWORD);
        assert.equal(answer.status, 503);
        assert.match(await answer.text(), /DN-20/);
        assert.equal((await site.get('/units', an)).status, 200);
    });

    await test('nothing secret stands in any log', () => {
        const logs = one.text() + readFileSync(path.join(site.folder, 'nginx/access.log'), 'utf8') + readFileSync(path.join(site.folder, 'nginx/error.log'), 'utf8');
        assert.match(logs, /event=request/);
        assert.doesNotMatch(logs, new RegExp(PASSWORD));
        assert.doesNotMatch(logs, /sai bét|sai%20b|sai\+b/);
        assert.ok(!logs.includes(an.cookie.split('=')[1]));
        assert.doesNotMatch(logs, /csrf=|once=|kept=/);
        assert.doesNotMatch(one.text(), /Nguyễn|\bnva\b/);
    });
} finally {
    spawnSync(path.join(top, 'conf/local/slapd.sh'), ['stop', directory]);
    await site.stop();
}
done();
