// A whole site for tests: private MariaDB and nginx (conf/local), a tdktd of the build folder, a few people in every role.
// Prints TAP: test(name, body), then done().
import { createServer } from 'node:net';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync, mkdirSync, existsSync, openSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const top = process.env.top_srcdir ?? path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
export const build = process.env.top_builddir ?? path.join(top, 'build');
export const tdktd = path.join(build, 'fcgi/tdktd');
export const ROLES = ['staff', 'clerk', 'head', 'appraiser', 'secretary', 'director', 'records', 'accountant', 'auditor', 'admin'];
// Ports that nothing listens on, all different.
export async function freePorts(count) {
    const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
    await Promise.all(servers.map((server) => new Promise((listening) => server.once('listening', listening))));
    const ports = servers.map((server) => server.address().port);
    await Promise.all(servers.map((server) => new Promise((closed) => server.close(closed))));
    return ports;
}

// Built with sanitizers: they have memory of their own, which is not judged with the program's, and report a crash in their own words.
export const sanitized = () => spawnSync('nm', [tdktd], { encoding: 'utf8', maxBuffer: 1 << 26 }).stdout.includes('__asan_init');

export const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

let ran = 0;
let failed = 0;

export async function test(name, body) {
    ran++;
    try {
        await body();
        console.log(`ok ${ran} - ${name}`);
    } catch (e) {
        failed++;
        console.log(`not ok ${ran} - ${name}`);
        console.log(`# ${String(e.stack ?? e).slice(0, 600).split('\n').slice(0, 6).join('\n# ')}`);
        const refused = Site.last?.running.at(-1)?.text().split('\n').filter((line) => /level=(error|warn)/.test(line)).slice(-3) ?? [];
        for (const line of refused) console.log(`# ${line}`);
    }
}

// What cannot be tried here is said, with the reason.
export function skip(name, why) {
    ran++;
    console.log(`ok ${ran} - ${name} # SKIP ${why}`);
}

export function done() {
    console.log(`1..${ran}`);
    process.exitCode = failed ? 1 : 0;
}

export async function until(what, check, ms = 60000) {
    const end = Date.now() + ms;
    while (Date.now() < end) {
        if (await check()) return;
        await sleep(30);
    }
    throw new Error(`waited in vain until ${what}`);
}

export const script = (name, ...args) =>
    execFileSync(path.join(top, 'conf/local', name), args, { stdio: ['ignore', 'ignore', 'inherit'] });

export const env = (file) =>
    Object.fromEntries(readFileSync(file, 'utf8').trim().split('\n').map((line) => {
        const at = line.indexOf('=');
        return [line.slice(0, at), line.slice(at + 1).replace(/^'(.*)'$/, '$1')];
    }));

// The database, migrated, with the units and people of site.sql.
export class Site {
    constructor() {
        this.folder = mkdtempSync(path.join(tmpdir(), 'tdkt-site-'));
        this.socket = path.join(this.folder, 'tdktd.sock');
        this.confFile = path.join(this.folder, 'tdkt.conf');
        script('mariadb.sh', 'start', this.folder);
        this.mariadb = env(path.join(this.folder, 'mariadb.env'));
        this.settings = { server: {}, database: {}, ldap: {}, session: {}, office: {} };
        this.configure({});
        execFileSync(path.join(build, 'fcgi/tdkt'), ['--config', this.confFile, 'migrate', '--owner-user', this.mariadb.MARIADB_OWNER,
            '--owner-password-file', this.mariadb.MARIADB_OWNER_PASSWORD_FILE], { stdio: ['ignore', 'ignore', 'inherit'] });
        this.sql(readFileSync(path.join(top, 'tests/it/site.sql'), 'utf8'));
        script('nginx.sh', 'start', this.folder, this.socket);
        this.url = env(path.join(this.folder, 'nginx.env')).TDKT_URL;
        this.running = [];
        Site.last = this;
    }

    // Writes the configuration; what is given is added to what was given before.
    configure(more) {
        const base = {
            server: { data_dir: top, files_dir: path.join(this.folder, 'files'), workers: 2 },
            database: { socket: this.mariadb.MARIADB_SOCKET, user: this.mariadb.MARIADB_APP, name: 'tdkt',
                password_file: this.mariadb.MARIADB_APP_PASSWORD_FILE },
            ldap: {}, session: { cookie_secure: 'no' }, office: {},
        };
        let text = '';
        for (const section of Object.keys(base)) {
            Object.assign(this.settings[section], more[section]);
            text += `[${section}]\n`;
            for (const [key, value] of Object.entries({ ...base[section], ...this.settings[section] })) text += `${key} = ${value}\n`;
        }
        writeFileSync(this.confFile, text);
    }

    reloadNginx() {
        execFileSync('nginx', ['-p', path.join(this.folder, 'nginx/'), '-c', path.join(this.folder, 'nginx/nginx.conf'), '-s', 'reload'],
            { env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` }, stdio: 'ignore' });
    }

    // A second site of the same nginx, in front of another socket, with further parameters; answers its address.
    async alsoServe(name, socket, params = '') {
        const more = path.join(this.folder, 'nginx/more');
        const port = Number(new URL(this.url).port) + 1;
        writeFileSync(path.join(more, `${name}.conf`), `server { listen 127.0.0.1:${port}; location / {
            fastcgi_param REQUEST_METHOD $request_method; fastcgi_param REQUEST_URI $request_uri; fastcgi_buffers 32 16k;
            fastcgi_param CONTENT_TYPE $content_type; fastcgi_param CONTENT_LENGTH $content_length; ${params}
            fastcgi_pass unix:${socket}; } }\n`);
        this.reloadNginx();
        const url = `http://127.0.0.1:${port}`;
        await until(`${name} is served`, () => fetch(url, { method: 'HEAD' }).then(() => true, () => false));
        await sleep(500); // the replaced nginx workers have closed the connections that were kept
        return url;
    }

    sql(text, asService = false) {
        const who = asService ? 'APP' : 'OWNER';
        return execFileSync('mariadb', ['--no-defaults', `--socket=${this.mariadb.MARIADB_SOCKET}`, `--user=${this.mariadb[`MARIADB_${who}`]}`,
            '--default-character-set=utf8mb4', '--batch', '--skip-column-names', 'tdkt'], {
            input: text,
            env: { ...process.env, MYSQL_PWD: readFileSync(this.mariadb[`MARIADB_${who}_PASSWORD_FILE`], 'utf8').trim() },
            encoding: 'utf8',
        });
    }

    // Holds a table for so long: whoever reads it waits. Resolves when it is held.
    async hold(table, seconds) {
        const child = spawn('mariadb', ['--no-defaults', `--socket=${this.mariadb.MARIADB_SOCKET}`, `--user=${this.mariadb.MARIADB_OWNER}`, '--batch',
            '--skip-column-names', '--unbuffered', 'tdkt', '-e', `LOCK TABLES ${table} WRITE; SELECT 'held'; SELECT SLEEP(${seconds})`], {
            env: { ...process.env, MYSQL_PWD: readFileSync(this.mariadb.MARIADB_OWNER_PASSWORD_FILE, 'utf8').trim() },
            stdio: ['ignore', 'pipe', 'inherit'],
        });
        await new Promise((held) => child.stdout.once('data', held));
        return child;
    }

    // Starts tdktd and waits until it is ready. command: what runs instead of `tdktd --config FILE --listen SOCKET`.
    async serve(command) {
        const log = path.join(this.folder, `tdktd-${this.running.length}.log`);
        const [program, ...args] = command ?? [tdktd, '--config', this.confFile, '--listen', this.socket];
        const child = spawn(program, args, { stdio: ['ignore', 'ignore', openSync(log, 'w')], env: process.env });
        const one = { child, log, text: () => readFileSync(log, 'utf8') };
        one.ended = new Promise((end) => {
            child.once('exit', (code, signal) => end(code ?? signal));
            child.once('error', (e) => end(e.code));
        });
        this.running.push(one);
        await until('tdktd is ready', () => /event=ready/.test(one.text()) || child.exitCode !== null);
        if (child.exitCode !== null) throw new Error(`tdktd ended with ${child.exitCode}: ${one.text()}`);
        return one;
    }

    // A session of the person who holds the role (see site.sql) or of the one who is named, as a Cookie header; and its tokens.
    sessionSql(role, token, csrf, person = ROLES.indexOf(role) + 1, name = randomBytes(8).toString('hex')) {
        const digest = createHash('sha256').update(token).digest('hex');
        const grant = `(SELECT g.id FROM role_grant g LEFT JOIN person_group m ON m.ldap_group = g.ldap_group
            WHERE g.role = '${role}' AND g.revoked_at IS NULL AND ${person} IN (g.person_id, m.person_id))`;
        return `INSERT INTO session VALUES ('${digest}', '${name}', ${person}, ${role === 'staff' ? 'NULL' : grant}, '${csrf}', ` +
            "UTC_TIMESTAMP(), UTC_TIMESTAMP(), UTC_TIMESTAMP() + INTERVAL 1 HOUR, '127.0.0.1', 'test');\n";
    }

    session(role, person, name) {
        const token = randomBytes(32).toString('base64url');
        const csrf = randomBytes(32).toString('base64url');
        this.sql(this.sessionSql(role, token, csrf, person, name));
        return { token, csrf, cookie: `tdkt=${token}` };
    }

    get(target, session, more = {}) {
        return fetch(this.url + target, { redirect: 'manual', headers: { ...(session && { cookie: session.cookie }), ...more } });
    }

    post(target, session, fields, more = {}) {
        const once = fields.once ?? randomBytes(32).toString('base64url');
        const body = new URLSearchParams({ ...(session && { csrf: session.csrf, once }), ...fields });
        return fetch(this.url + target, { method: 'POST', redirect: 'manual', body, headers: { ...(session && { cookie: session.cookie }), ...more } });
    }

    async stop() {
        for (const one of this.running)
            if (one.child.exitCode === null && one.child.signalCode === null) {
                one.child.kill('SIGTERM');
                await Promise.race([one.ended, sleep(5000)]);
                one.child.kill('SIGKILL');
            }
        script('nginx.sh', 'stop', this.folder);
        script('mariadb.sh', 'stop', this.folder);
        rmSync(this.folder, { recursive: true, force: true });
    }
}

// The processes below a master.
export function workers(one) {
    try {
        return execFileSync('ps', ['--no-headers', '-o', 'pid', '--ppid', String(one.child.pid)], { encoding: 'utf8' })
            .trim().split(/\s+/).filter(Boolean).map(Number);
    } catch {
        return [];
    }
}
