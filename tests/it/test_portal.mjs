#!/usr/bin/env node
// The shipped nginx files, as they are but for names, certificate and addresses: the portal's log-in, what a client may
// say of himself, and one IPv6 network counted as one.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import path from 'node:path';
import { startPortal, withPortal } from './portal.mjs';
import { Site, done, freePorts, sleep, test, top, until } from './site.mjs';

const site = new Site();
const portal = await startPortal();
const folder = path.join(site.folder, 'shipped');
const [port, plainPort] = await freePorts(2);
const PATH = `${process.env.PATH}:/usr/sbin`;
let nginx;

// conf/nginx/tdkt.conf and tdkt/*.conf; what stands for the office's own is replaced, nothing else.
function install() {
    mkdirSync(path.join(folder, 'tmp'), { recursive: true });
    cpSync(path.join(top, 'conf/nginx/tdkt'), path.join(folder, 'tdkt'), { recursive: true });
    execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=thidua.example.vn',
        '-keyout', path.join(folder, 'key.pem'), '-out', path.join(folder, 'cert.pem')], { stdio: 'ignore' });
    const conf = withPortal(readFileSync(path.join(top, 'conf/nginx/tdkt.conf'), 'utf8'), portal.url)
        .replaceAll(/listen 80;/g, `listen 127.0.0.1:${plainPort};`).replaceAll(/listen 443 /g, `listen 127.0.0.1:${port} `)
        .replaceAll('/etc/ssl/tdkt/fullchain.pem', `${folder}/cert.pem`).replaceAll('/etc/ssl/tdkt/key.pem', `${folder}/key.pem`)
        .replaceAll('/run/tdkt/tdktd.sock', site.socket).replaceAll('/usr/share/tdkt', top).replaceAll('/var/lib/tdkt/files', `${site.folder}/files`);
    assert.doesNotMatch(conf, /# .*login-portal|include tdkt\/login\.conf/, 'the portal is taken in');
    assert.match(conf, /auth\/check/);
    writeFileSync(path.join(folder, 'tdkt.conf'), conf);
    writeFileSync(path.join(folder, 'nginx.conf'), `${process.getuid() === 0 ? 'user root;' : ''} daemon off; worker_processes 1; pid ${folder}/nginx.pid; error_log ${folder}/error.log warn;
        events { worker_connections 256; }
        http { access_log off; client_body_temp_path ${folder}/tmp/a; fastcgi_temp_path ${folder}/tmp/b; proxy_temp_path ${folder}/tmp/c; scgi_temp_path ${folder}/tmp/d;
            uwsgi_temp_path ${folder}/tmp/e; types { text/html html; }
            set_real_ip_from 127.0.0.1; real_ip_header X-Test-Address;
            include tdkt.conf; }`);
    nginx = spawn('nginx', ['-p', `${folder}/`, '-c', `${folder}/nginx.conf`, '-e', `${folder}/error.log`], { env: { ...process.env, PATH }, stdio: 'ignore' });
}

let asked = 0;
function ask(method, target, headers = {}, body = '') {
    asked++;
    return new Promise((resolve, reject) => {
        const sent = request({ host: '127.0.0.1', port, method, path: target, rejectUnauthorized: false, servername: 'thidua.example.vn',
            headers: { host: 'thidua.example.vn', 'x-test-address': `198.51.${asked >> 8}.${asked & 255}`, ...(body && { 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(body) }), ...headers } }, (answer) => {
            let text = '';
            answer.on('data', (part) => { text += part; });
            answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, text }));
        });
        sent.on('error', reject);
        sent.end(body);
    });
}
const named = (login) => ({ cookie: `cong=${login}` });

try {
    site.configure({ session: { portal: 'yes', cookie_secure: 'yes' } });
    const one = await site.serve();
    install();
    await until('the shipped nginx answers', () => ask('GET', '/login').then((answer) => answer.status === 200, () => false), 20000);

    await test('GET /login shows the button to whom the portal knows, and to nobody else', async () => {
        const known = await ask('GET', '/login?next=/units', named('nv2'));
        assert.equal(known.status, 200);
        assert.match(known.text, /action="\/login\/portal"/);
        assert.match(known.text, /<b>nv2<\/b>/);
        assert.match(known.text, /name="password"/); // a password still works
        for (const headers of [{}, { cookie: 'khac=nv2' }]) {
            const unknown = await ask('GET', '/login', headers);
            assert.equal(unknown.status, 200);
            assert.doesNotMatch(unknown.text, /login\/portal/);
            assert.match(unknown.text, /name="password"/);
        }
    });

    await test('the button lets in, to where one wanted, with a cookie for this host and TLS only', async () => {
        const answer = await ask('POST', '/login/portal', named('nv2'), 'next=%2Funits');
        assert.equal(answer.status, 303);
        assert.equal(answer.headers.location, '/units');
        const cookie = answer.headers['set-cookie'].find((line) => line.startsWith('__Host-tdkt='));
        assert.match(cookie, /^__Host-tdkt=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure$/);
        const page = await ask('GET', '/units.xml', { cookie: cookie.split(';')[0] });
        assert.equal(page.status, 200);
        assert.match(page.text, /<actor id="2"/);
        assert.equal(site.sql('SELECT COUNT(*) FROM login_place WHERE person_id = 2').trim(), '1', 'when the portal is down, he is known from there');
        assert.match(site.sql("SELECT after_text FROM audit WHERE action = 'login' ORDER BY id DESC LIMIT 1"), /portal/);
    });

    await test('the portal is asked on the log-in alone, without what a client says of himself', async () => {
        portal.asked.length = 0;
        await ask('GET', '/', named('nv2'));
        await ask('GET', '/units', named('nv2'));
        await ask('GET', '/login.xml', named('nv2'));
        await ask('GET', '/login/', named('nv2'));
        assert.deepEqual(portal.asked, []);
        await ask('GET', '/login', { ...named('nv2'), 'x-portal-user': 'nv6' });
        await ask('POST', '/login/portal', { ...named('nv2'), 'x-portal-user': 'nv6' }, 'next=%2F');
        assert.deepEqual(portal.asked.map(({ url, headers }) => [url, headers['x-portal-user'], headers['content-length']]),
            [['/auth/check', undefined, undefined], ['/auth/check', undefined, undefined]]);
        assert.match(portal.asked[0].headers.cookie, /cong=nv2/);
        const direct = await ask('GET', '/internal/portal', named('nv2'));
        assert.deepEqual([direct.status, direct.text, direct.headers['x-portal-user']], [204, '', undefined]);
    });

    await test('no header, cookie or path lets in whom the portal does not know', async () => {
        const sessions = () => site.sql('SELECT COUNT(*) FROM session').trim();
        const before = sessions();
        for (const name of ['TDKT_REMOTE_USER', 'TDKT-REMOTE-USER', 'X-Remote-User', 'X-Portal-User', 'Remote-User', 'REMOTE_USER', 'X-Forwarded-User', 'HTTP_TDKT_REMOTE_USER'])
            for (const target of ['/login/portal', '/login/portal?TDKT_REMOTE_USER=nv2', '//login/portal', '/login/./portal', '/x/../login/portal'])
                assert.notEqual((await ask('POST', target, { [name]: 'nv2' }, 'next=%2F&TDKT_REMOTE_USER=nv2')).status, 303, `${name} ${target}`);
        for (const login of ['khong-co', 'nv2.', 'NV2', '*'])
            assert.notEqual((await ask('POST', '/login/portal', named(login), 'next=%2F')).status, 303, login);
        assert.equal((await ask('POST', '/login/portal', { ...named('nv2'), origin: 'https://khac.example' }, 'next=%2F')).status, 403);
        assert.equal(sessions(), before);
    });

    await test('a portal that refuses, fails, moves away or is silent names nobody, and a password works on', async () => {
        for (const how of ['refusing', 'failing', 'moving', 'silent']) {
            portal.how = how;
            const page = await ask('GET', '/login', named('nv2'));
            assert.equal(page.status, 200, how);
            assert.doesNotMatch(page.text, /login\/portal/, how);
            assert.match(page.text, /name="password"/, how);
            assert.equal((await ask('POST', '/login/portal', named('nv2'), 'next=%2F')).status, 401, how);
        }
        portal.how = 'known';
        portal.stop();
        assert.equal((await ask('GET', '/login', named('nv2'))).status, 200, 'gone');
        assert.equal((await ask('POST', '/login/portal', named('nv2'), 'next=%2F')).status, 401, 'gone');
    });

    await test('one IPv6 network has one count of passwords, and another its own', async () => {
        const tries = async (count, address) => {
            const seen = [];
            for (let i = 0; i < count; i++) seen.push((await ask('POST', '/login', { 'x-test-address': address(i) }, 'login=&password=')).status);
            return seen.filter((status) => status === 429).length;
        };
        assert.ok(await tries(60, (i) => `2001:db8:1:2:${i.toString(16)}::1`) > 0, 'each of its addresses counts alone');
        assert.equal(await tries(30, (i) => `2001:db8:1:${i + 16}::1`), 0, 'other networks wait');
        assert.equal(await tries(30, (i) => `192.0.2.${i}`), 0, 'other addresses wait');
        assert.ok(await tries(60, () => '192.0.2.77') > 0, 'an address is not counted');
    });

    await test('nothing of it was our fault', () => assert.doesNotMatch(one.text(), /level=(error|fatal)/));
} finally {
    portal.stop();
    nginx?.kill('SIGTERM');
    await sleep(200);
    await site.stop();
}
done();
