#!/usr/bin/env node
// Guessing is slowed by the directory's entry and by the line one comes from, however a login is written; nobody is locked
// out of where he always is; what is told of an unknown name is a setting.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Site, done, env, script, test, top, until } from './site.mjs';

const PASSWORD = 'mật khẩu của An';
const AN = '11111111-1111-4111-8111-111111111111';
// All of these are "nva" to OpenLDAP (RFC 4518: case, compatibility forms and spaces are folded).
const SPELLINGS = ['nva', 'NVA', 'ｎｖａ', 'ⓝⓥⓐ', '𝐧𝐯𝐚', '𝖓𝖛𝖆', 'nva\u3000', 'ₙᵥₐ', 'Ⓝva', 'nⓥa'];
const site = new Site();
const directory = path.join(site.folder, 'slapd');
mkdirSync(directory);

try {
    script('slapd.sh', 'start', directory, path.join(top, 'tests/data/dir/directory.ldif'));
    const ldap = env(path.join(directory, 'env'));
    const passwordFile = path.join(site.folder, 'ldap.password');
    writeFileSync(passwordFile, 'dich-vu', { mode: 0o600 });
    const configure = (tell) => {
        site.configure({ ldap: { uris: ldap.LDAP_URI, base: 'ou=people,dc=thu,dc=vn', bind_dn: 'cn=tdkt,ou=services,dc=thu,dc=vn', password_file: passwordFile,
            tls_ca: ldap.LDAP_CA, group_base: 'ou=groups,dc=thu,dc=vn', seconds: 5 } });
        mkdirSync(`${site.confFile}.d`, { recursive: true });
        writeFileSync(`${site.confFile}.d/login.conf`, `[login]\nfree_attempts = 4\nwait_seconds = 600\ntell_unknown = ${tell}\n`);
    };
    configure('yes');
    site.sql(`UPDATE person SET directory_id = '${AN}', login = 'nva' WHERE id = 2`);
    const one = await site.serve();
    const url = await site.alsoServe('anywhere', site.socket, 'fastcgi_param REMOTE_ADDR $http_x_test_address;');
    const login = async (name, password, address) => {
        const answer = await fetch(`${url}/login`, { method: 'POST', redirect: 'manual', body: new URLSearchParams({ login: name, password }), headers: { 'x-test-address': address } });
        return { status: answer.status, code: /DN-\d+/.exec(await answer.text())?.[0] };
    };
    const refusals = () => site.sql("SELECT COALESCE(object_id, 'nobody'), after_text FROM audit WHERE action = 'login.refused' ORDER BY id").trim().split('\n');
    const forget = () => site.sql('DELETE FROM login_failure; DELETE FROM login_place');

    await test('however a login is written, its entry is counted', async () => {
        const codes = [];
        for (const [i, name] of SPELLINGS.entries()) codes.push((await login(name, 'sai', `192.0.2.${i}`)).code);
        assert.deepEqual(codes.slice(0, 4), Array(4).fill('DN-102'), codes.join(' '));
        assert.deepEqual(codes.slice(4), Array(SPELLINGS.length - 4).fill('DN-106'), codes.join(' '));
        // none of them was a name of its own, with attempts of its own at the directory: one person from so many addresses
        assert.equal(site.sql('SELECT COUNT(*) FROM login_failure').trim(), String(SPELLINGS.length + 1));
        // the right password, in a spelling that was never tried, from an address that was never seen
        assert.equal((await login('nvⓐ', PASSWORD, '198.51.100.1')).code, 'DN-106');
        assert.equal((await login('nva', PASSWORD, '198.51.100.2')).code, 'DN-106');
        assert.equal(site.sql('SELECT COUNT(*) FROM session').trim(), '0');
    });

    await test('every refusal says in the audit whom it was about', () => {
        assert.deepEqual([...new Set(refusals().filter((line) => line.endsWith('login.wrong')))], ['2\tlogin.wrong']);
    });

    await test('the person still logs in from where he always does', async () => {
        forget();
        assert.equal((await login('nva', PASSWORD, '2001:db8:5:5::1')).status, 303);
        for (let i = 0; i < 12; i++) await login(SPELLINGS[i % 3], 'sai', `203.0.113.${i}`);
        assert.equal((await login('nva', PASSWORD, '203.0.113.99')).code, 'DN-106');
        assert.equal((await login('nva', PASSWORD, '2001:db8:5:5:77::9')).status, 303);
        assert.equal((await login('NVA', PASSWORD, '2001:db8:5:5::1')).status, 303);
        assert.equal((await login('nva', PASSWORD, '203.0.113.98')).code, 'DN-106'); // which frees no stranger
        assert.equal((await login('nva', PASSWORD, '2001:db8:5:6::1')).code, 'DN-106');
    });

    await test('nor does a line full of failures of others keep him out of it', async () => {
        forget();
        assert.equal((await login('nva', PASSWORD, '192.0.2.200')).status, 303);
        for (let i = 0; i < 45; i++) await login(`khong-co-${i}`, 'sai', '192.0.2.200');
        assert.equal((await login('locked', 'dung', '192.0.2.200')).code, 'DN-106');
        assert.equal((await login('nva', PASSWORD, '192.0.2.200')).status, 303);
        assert.equal((await login('locked', 'dung', '192.0.2.200')).code, 'DN-106'); // which ends the wait of nobody else on the line
    });

    await test('an unknown name is told apart, or not, as is set', async () => {
        forget();
        assert.equal((await login('khong-co', 'sai', '192.0.2.50')).code, 'DN-119');
        assert.equal((await login('nva', 'sai', '192.0.2.50')).code, 'DN-102');
        configure('no');
        one.child.kill('SIGHUP');
        await until('the new setting holds', async () => {
            for (let i = 0; i < 6; i++) if ((await login(`khong-co-${Math.random()}`, 'sai', `192.0.2.${60 + i}`)).code !== 'DN-122') return false;
            return true;
        });
        forget();
        assert.equal((await login('khong-co', 'sai', '192.0.2.50')).code, 'DN-122');
        assert.equal((await login('nva', 'sai', '192.0.2.50')).code, 'DN-122');
        assert.deepEqual(refusals().slice(-2), ['nobody\tlogin.unknown', '2\tlogin.wrong']); // the audit keeps the truth
        assert.equal((await login('nva', PASSWORD, '192.0.2.50')).status, 303);
    });

    await test('nothing of it was our fault', () => assert.doesNotMatch(one.text(), /level=(error|fatal)/));
} finally {
    spawnSync(path.join(top, 'conf/local/slapd.sh'), ['stop', directory]);
    await site.stop();
}
done();
