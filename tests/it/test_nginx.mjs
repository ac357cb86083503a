#!/usr/bin/env node
// The shipped nginx files, with the limits of a real install, in front of a program of the test's own.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import https from 'node:https';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fakeWorker } from './fake_worker.mjs';
import { done, env, script, sleep, test, top, until } from './site.mjs';

process.env.TDKT_NGINX_AS_SHIPPED = 'yes';
const folder = mkdtempSync(path.join(tmpdir(), 'tdkt-nginx-'));
const socket = path.join(folder, 'tdktd.sock');
const DIGEST = 'ab'.repeat(32);
const PAGE = 'Status: 200 OK\r\nContent-Type: text/html\r\nCache-Control: no-store\r\nContent-Length: 4\r\n\r\npage';
const handedOut = (digest) => 'Status: 200 OK\r\nContent-Type: application/pdf\r\nCache-Control: no-store\r\nContent-Disposition: attachment; filename="a.pdf"\r\n' +
    `X-Accel-Redirect: /internal/files/ab/ab/${digest}\r\n\r\n`;
let answer = () => PAGE;
const worker = await fakeWorker(socket, (given) => answer(given));
let url;

// One request from an address of this machine: node's fetch cannot choose it.
const from = (address, target, { method = 'GET', body = '', length = body.length } = {}) => new Promise((over) => {
    let said = '';
    const { port } = new URL(url);
    const peer = net.connect({ port: Number(port), host: '127.0.0.1', localAddress: address }, () =>
        peer.write(`${method} ${target} HTTP/1.1\r\nHost: site\r\nConnection: close\r\n${method === 'POST' ? `Content-Length: ${length}\r\n` : ''}\r\n${body}`));
    peer.setEncoding('utf8');
    peer.on('data', (piece) => { said += piece; });
    peer.on('error', () => {});
    peer.on('close', () => over({ status: Number(/^HTTP\/1\.1 (\d+)/.exec(said)?.[1]), text: said }));
});

function tlsServer() {
    const pem = (name) => path.join(folder, name);
    execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2', '-subj', '/CN=site',
        '-keyout', pem('key.pem'), '-out', pem('cert.pem')], { stdio: 'ignore' });
    const port = Number(new URL(url).port) + 1;
    writeFileSync(path.join(folder, 'nginx/more/tls.conf'), `server { listen 127.0.0.1:${port} ssl; ssl_certificate ${pem('cert.pem')}; ssl_certificate_key ${pem('key.pem')};
        set $tdkt_data ${top}; set $tdkt_files ${folder}/files; set $tdkt_remote_user ""; include tdkt/locations.conf; include tdkt/login.conf; }\n`);
    execFileSync('nginx', ['-p', path.join(folder, 'nginx/'), '-c', path.join(folder, 'nginx/nginx.conf'), '-s', 'reload'],
        { env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` }, stdio: 'ignore' });
    return (target) => new Promise((got, failed) => {
        https.get({ port, host: '127.0.0.1', path: target, rejectUnauthorized: false }, (a) => { a.resume(); got(a); }).on('error', failed);
    });
}

try {
    script('nginx.sh', 'start', folder, socket);
    url = env(path.join(folder, 'nginx.env')).TDKT_URL;
    mkdirSync(path.join(folder, 'files/ab/ab'), { recursive: true });
    writeFileSync(path.join(folder, `files/ab/ab/${DIGEST}`), '%PDF-1.4');

    await test('health is for this machine alone, as a page and as a document', async () => {
        for (const target of ['/healthz', '/readyz', '/healthz.xml', '/readyz.xml']) {
            assert.equal((await from('127.0.0.1', target)).status, 200, target);
            assert.equal((await from('127.0.0.2', target)).status, 403, target);
            assert.equal((await from('127.0.0.2', `${target}?a=b`)).status, 403, target);
        }
        assert.equal((await from('127.0.0.2', '/units.xml')).status, 200);
    });

    await test('a program that dies is told in our words, whatever was being sent', async () => {
        answer = () => null;
        for (const size of [10, 1 << 20, 5 << 20]) {
            const { status, text } = await from('127.0.0.1', '/nominations/1/evidence', { method: 'POST', body: 'x'.repeat(size) });
            assert.equal(status, 502, `${size} bytes`);
            assert.match(text, /HT-502/, `${size} bytes`);
        }
        const large = await from('127.0.0.1', '/nominations/1/evidence', { method: 'POST', length: 30 << 20 });
        assert.equal(large.status, 413);
        assert.match(large.text, /HT-413/);
        const form = await from('127.0.0.1', '/nominations/1', { method: 'POST', length: 3 << 20 });
        assert.equal(form.status, 413);
        assert.match(form.text, /HT-413/);
        answer = () => PAGE;
    });

    await test('an answer that breaks off ends in an error at once, and is never waited for', async () => {
        answer = () => ({ cut: true, text: `Status: 200 OK\r\nContent-Type: text/html\r\nContent-Length: 16000\r\n\r\n${'x'.repeat(8000)}` });
        const broken = await fetch(`${url}/units`);
        assert.equal(broken.status, 200);
        const end = await Promise.race([broken.text().then(() => 'whole', () => 'broken off'), sleep(15000).then(() => 'waited for')]);
        assert.equal(end, 'broken off');
        answer = () => PAGE;
    });

    await test('a file has one Cache-Control and runs nothing; one that cannot be read is told in our words', async () => {
        answer = () => handedOut(DIGEST);
        const file = await fetch(`${url}/nominations/1/evidence/1`);
        assert.equal(file.status, 200);
        assert.equal(await file.text(), '%PDF-1.4');
        assert.equal(file.headers.get('cache-control'), 'no-store');
        assert.equal(file.headers.get('content-security-policy'), "default-src 'none'; sandbox");
        assert.equal(file.headers.get('x-content-type-options'), 'nosniff');
        answer = () => handedOut('cd'.repeat(32));
        const missing = await fetch(`${url}/nominations/1/evidence/1`);
        assert.equal(missing.status, 404);
        assert.match(await missing.text(), /TP-104/);
        answer = () => PAGE;
    });

    await test('nginx does not say which version it is', async () => {
        for (const target of ['/', '/asset/style.css', '/nowhere/../etc', '/internal/files/x'])
            assert.equal((await fetch(url + target)).headers.get('server'), 'nginx', target);
    });

    await test('with TLS every answer tells the browser to keep to it; without, none does', async () => {
        const ask = tlsServer();
        await until('TLS is served', () => ask('/').then(() => true, () => false));
        await sleep(300);
        const targets = ['/', '/asset/style.css', '/nominations/1/evidence/1', '/internal/files/x'];
        answer = (given) => (given.REQUEST_URI.includes('evidence') ? handedOut(DIGEST) : PAGE);
        for (const target of targets) {
            const said = await ask(target);
            assert.equal(said.rawHeaders.filter((name) => /^strict-transport-security$/i.test(name)).length, 1, target);
            assert.equal(said.headers['strict-transport-security'], 'max-age=31536000', target);
            assert.equal((await fetch(url + target)).headers.get('strict-transport-security'), null, target);
        }
        answer = () => null;
        assert.equal((await ask('/')).headers['strict-transport-security'], 'max-age=31536000');
        answer = () => PAGE;
    });

    await test('one address that holds hundreds of requests open keeps nobody else out', async () => {
        const { port } = new URL(url);
        const peers = [];
        let refused = 0;
        for (let i = 0; i < 300; i++) {
            const peer = net.connect({ port: Number(port), host: '127.0.0.1', localAddress: '127.0.0.3' }, () =>
                peer.write('POST /nominations/1 HTTP/1.1\r\nHost: site\r\nContent-Length: 1000\r\n\r\nhalf'));
            peer.on('error', () => {});
            peer.once('data', (piece) => { refused += /^HTTP\/1\.1 429/.test(String(piece)); });
            peers.push(peer);
        }
        await until('those over the limit are told', () => refused >= 300 - 256);
        assert.equal((await from('127.0.0.4', '/units')).status, 200);
        await sleep(300);
        assert.equal(refused, 300 - 256);
        const told = await from('127.0.0.3', '/units');
        assert.equal(told.status, 429);
        assert.match(told.text, /HT-429/);
        for (const peer of peers) peer.destroy();
        await until('the address is let in again', async () => (await from('127.0.0.3', '/units')).status === 200);
    });

    await test('one address that asks without end is told to wait; the others are answered', async () => {
        const { port } = new URL(url);
        const seen = { 404: 0, 429: 0 };
        const ask = 'GET /asset/none HTTP/1.1\r\nHost: site\r\n\r\n';
        const flood = () => new Promise((over) => {
            let said = '';
            const peer = net.connect({ port: Number(port), host: '127.0.0.1', localAddress: '127.0.0.5' }, () =>
                peer.write(ask.repeat(499) + ask.replace('\r\n\r\n', '\r\nConnection: close\r\n\r\n')));
            peer.setEncoding('utf8');
            peer.on('data', (piece) => { said += piece; });
            peer.on('error', () => {});
            peer.on('close', () => {
                for (const status of Object.keys(seen)) seen[status] += said.split(`HTTP/1.1 ${status}`).length - 1;
                over();
            });
        });
        await until('it is told to wait', async () => (await Promise.all([1, 2, 3, 4].map(flood)), seen[429] > 0));
        assert.ok(seen[404] >= 400, `${seen[404]} were answered`);
        assert.equal((await from('127.0.0.4', '/units')).status, 200);
    });
} finally {
    script('nginx.sh', 'stop', folder);
    await worker.stop();
    rmSync(folder, { recursive: true, force: true });
}
done();
