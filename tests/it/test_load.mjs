#!/usr/bin/env node
// Full load: more clients than workers, so that a connection always waits. Signals are heard, nothing is cut; a silent directory keeps
// nobody from working who is logged in; a worker that dies in the middle of an answer is told as an error, never by waiting.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, openSync, readFileSync, readdirSync, writeFileSync, rmSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { record } from './fake_worker.mjs';
import { Site, done, env, script, sleep, tdktd, test, top, until, workers } from './site.mjs';

const site = new Site();
const note = (text) => console.log(`# ${text}`);
const ms = (n) => `${Math.round(n)} ms`;
const quantile = (times, q) => [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * q))];
// What a busy machine may add to anything; what is tested against took the whole of drain_seconds or of the directory's time.
const SOON = 15000;

// Clients that ask one after the other without a pause, until told to stop.
class Crowd {
    constructor(n, target, session) {
        this.answers = [];
        this.asking = true;
        this.loops = Array.from({ length: n }, async () => {
            while (this.asking) {
                const began = performance.now();
                const status = await this.once(target, session);
                this.answers.push({ status, ms: performance.now() - began });
            }
        });
    }

    once(target, session) {
        return site.get(target, session).then(async (a) => (await a.arrayBuffer(), a.status), (e) => String(e.cause?.code ?? e.message));
    }

    get other() { return this.answers.filter((a) => a.status !== 200).map((a) => a.status); }
    get longest() { return Math.max(...this.answers.map((a) => a.ms)); }
    async busy(more = 60) {
        const from = this.answers.length;
        await until('the crowd is being answered', () => this.answers.length > from + more);
    }
    async leave() {
        this.asking = false;
        await Promise.all(this.loops);
    }
}

// FastCGI records, straight to the socket: nginx and its clients are slower than the workers, and then nobody has to wait.
const pair = ([name, value]) => {
    const length = (text) => { const n = Buffer.byteLength(text); return n < 128 ? [n] : [0x80 | n >> 24, n >> 16 & 255, n >> 8 & 255, n & 255]; };
    return Buffer.concat([Buffer.from([...length(name), ...length(value)]), Buffer.from(name + value)]);
};
const begin = record(1, Buffer.from([0, 1, 0, 0, 0, 0, 0, 0]));
const ask = (target, session) => Buffer.concat([begin, record(4, Buffer.concat(Object.entries({ REQUEST_METHOD: 'GET', REQUEST_URI: target, REMOTE_ADDR: '127.0.0.1',
    HTTP_HOST: 'site', HTTP_COOKIE: session.cookie }).map(pair))), record(4, Buffer.alloc(0)), record(5, Buffer.alloc(0))]);
const END = record(3, Buffer.alloc(8)).toString('latin1');

class Straight extends Crowd {
    once(target, session, where = site.socket) {
        const bytes = ask(target, session);
        return new Promise((done) => {
            let said = '';
            const socket = net.connect(where, () => socket.write(bytes));
            socket.setEncoding('latin1');
            socket.on('data', (piece) => { said += piece; });
            socket.on('error', (e) => done(e.code));
            socket.on('close', () => done(!said.endsWith(END) ? `cut after ${said.length} bytes` : Number(/Status: (\d+)/.exec(said)?.[1])));
        });
    }
}

// The socket held by somebody else, as systemd does; start() runs a tdktd on it, as often as wanted.
class Holder {
    constructor() {
        this.log = path.join(site.folder, 'held.log');
        this.child = spawn('perl', ['-e', `
            BEGIN { $^F = 10 } use IO::Socket::UNIX; use POSIX (); $| = 1;
            my ($path, @command) = @ARGV; unlink $path;
            my $s = IO::Socket::UNIX->new(Local => $path, Listen => 128) or die; POSIX::dup2(fileno($s), 3);
            while (<STDIN>) {
                my $pid = fork // die;
                if (!$pid) { $ENV{LISTEN_FDS} = 1; $ENV{LISTEN_PID} = $$; exec @command; }
                print "started $pid\\n"; waitpid $pid, 0; print "ended ", $? >> 8, "\\n";
            }`, site.socket, tdktd, '--config', site.confFile], { stdio: ['pipe', 'pipe', openSync(this.log, 'w')] });
        this.lines = createInterface({ input: this.child.stdout })[Symbol.asyncIterator]();
        Site.last.running.push({ child: this.child, ended: new Promise((end) => this.child.once('exit', end)), text: () => this.text() });
    }

    text() { return readFileSync(this.log, 'utf8'); }
    async next() { return (await this.lines.next()).value.split(' ')[1]; }
    async start() {
        const before = (this.text().match(/event=ready/g) ?? []).length;
        this.child.stdin.write('\n');
        const pid = Number(await this.next());
        await until('tdktd is ready', () => (this.text().match(/event=ready/g) ?? []).length > before);
        return { child: { pid }, ended: this.next() };
    }
}

// A directory that can be made silent: connections are taken, and nothing is said.
class Directory {
    constructor() {
        this.folder = path.join(site.folder, 'slapd');
        mkdirSync(this.folder);
        script('slapd.sh', 'start', this.folder, path.join(top, 'tests/data/dir/directory.ldif'));
        this.ldap = env(path.join(this.folder, 'env'));
        this.silent = false;
        this.server = net.createServer((client) => {
            const server = net.connect(Number(this.ldap.LDAP_PORT), '127.0.0.1');
            for (const end of [client, server]) end.on('error', () => {});
            client.on('close', () => server.destroy());
            server.on('close', () => client.destroy());
            if (this.silent) return void client.resume();
            client.pipe(server);
            server.pipe(client);
        });
    }

    async listen() {
        await new Promise((up) => this.server.listen(0, '127.0.0.1', up));
        return `ldap://127.0.0.1:${this.server.address().port}`;
    }

    stop() {
        this.server.close();
        spawnSync(path.join(top, 'conf/local/slapd.sh'), ['stop', this.folder]);
    }
}

let directory;
try {
    const clerk = site.session('clerk');

    await test('SIGTERM is heard while connections wait, and the next program answers those: nothing is cut', async () => {
        const holder = new Holder();
        let one = await holder.start();
        const crowd = new Straight(16, '/units', clerk);
        for (let round = 0; round < 2; round++) {
            await crowd.busy();
            const began = performance.now();
            process.kill(one.child.pid, 'SIGTERM');
            assert.equal(await one.ended, '0');
            const took = performance.now() - began;
            note(`2 workers, 16 clients: stopped in ${ms(took)}; the longest request so far took ${ms(crowd.longest)}`);
            assert.ok(took < SOON, `it took ${ms(took)}`);
            one = await holder.start();
        }
        await crowd.busy();
        await crowd.leave();
        assert.deepEqual(crowd.other, []);
        assert.doesNotMatch(holder.text(), /worker-killed/);
        process.kill(one.child.pid, 'SIGTERM');
        await one.ended;
        holder.child.kill('SIGTERM');
    });

    await test('the socket may be an address and a port', async () => {
        const port = await new Promise((found) => { const one = net.createServer().listen(0, '127.0.0.1', () => { const { port } = one.address(); one.close(() => found(port)); }); });
        const one = await site.serve([tdktd, '--config', site.confFile, '--listen', `127.0.0.1:${port}`]);
        const straight = new Straight(0);
        assert.equal(await straight.once('/units', clerk, { port, host: '127.0.0.1' }), 200);
        one.child.kill('SIGTERM');
        assert.equal(await one.ended, 0);
    });

    await test('SIGHUP brings the new configuration while connections wait: nothing is cut', async () => {
        rmSync(site.socket, { force: true });
        const one = await site.serve();
        const crowd = new Straight(24, '/units', clerk);
        await crowd.busy();
        const before = workers(one);
        site.configure({ office: { short: 'Sở Y tế đổi tên' } });
        const began = performance.now();
        one.child.kill('SIGHUP');
        await until('new workers are ready', () => (one.text().match(/event=ready/g) ?? []).length === 2);
        const ready = performance.now();
        await until('the old ones are gone', () => !workers(one).some((pid) => before.includes(pid)));
        const gone = performance.now();
        note(`2 workers, 24 clients: new workers ready ${ms(ready - began)} after SIGHUP, the last old one gone ${ms(gone - ready)} later`);
        assert.ok(gone - ready < SOON, `the old ones stayed ${ms(gone - ready)}`);
        assert.match(await (await site.get('/units', clerk)).text(), /Sở Y tế đổi tên/);
        await crowd.busy();
        await crowd.leave();
        assert.deepEqual(crowd.other, []);
        assert.doesNotMatch(one.text(), /worker-killed/);
        one.child.kill('SIGTERM');
        assert.equal(await one.ended, 0);
        site.configure({ office: { short: 'Sở Y tế' } });
    });

    await test('kill -9 in the middle of a large answer: an error at once, no truncated page', async () => {
        rmSync(site.socket, { force: true });
        site.sql(`INSERT INTO unit (id, code, kind, parent_id, path, sort_key, valid_from) SELECT 1000 + seq, CONCAT('X', seq), 'khoa', 2, CONCAT('/1/2/', 1000 + seq, '/'), 'x', '2000-01-01' FROM seq_1_to_4000;
            INSERT INTO unit_name (unit_id, valid_from, official, short, signing, head_title, symbol, fold, lower_name)
            SELECT 1000 + seq, '2000-01-01', CONCAT('Khoa thử nghiệm rất dài tên thứ ', seq), CONCAT('Khoa ', seq), 'KHOA', 'TRƯỞNG KHOA', 'X', 'khoa', 'khoa' FROM seq_1_to_4000`);
        site.configure({ server: { workers: 1 } });
        const one = await site.serve();
        const shown = await site.get('/units.xml', clerk);
        assert.equal(shown.status, 200);
        const whole = (await shown.text()).length;
        assert.ok(whole > 400000, `the page has ${whole} characters`);
        // The page waits for its table until the web server stands still; then the worker stays in the middle of its answer.
        const [worker] = workers(one);
        const web = workers({ child: { pid: Number(readFileSync(path.join(site.folder, 'nginx/nginx.pid'), 'utf8')) } });
        const held = await site.hold('unit_name', 60);
        const open = () => readdirSync(`/proc/${worker}/fd`).length;
        const idle = open();
        const before = (one.text().match(/route=\/units /g) ?? []).length;
        const end = (answer) => answer.text().then((text) => (text.length === whole ? 'whole' : `${text.length} of ${whole} taken for whole`), () => 'broken off');
        const page = site.get('/units.xml', clerk).then(async (answer) => `${answer.status} ${await end(answer)}`, (e) => `no answer: ${e.message}`);
        await until('the worker has it', () => open() > idle);
        for (const pid of web) process.kill(pid, 'SIGSTOP');
        held.kill('SIGKILL');
        await until('the page is made', () => (one.text().match(/route=\/units /g) ?? []).length > before);
        await sleep(500);
        process.kill(worker, 'SIGKILL');
        await until('it is dead', () => !existsSync(`/proc/${worker}`)); // a write that finds room again goes on under the signal
        for (const pid of web) process.kill(pid, 'SIGCONT');
        assert.equal(await Promise.race([page, sleep(SOON).then(() => 'waited for')]), '200 broken off');
        await until('another worker serves', async () => (await site.get('/healthz')).status === 200);
        assert.match(one.text(), /event=worker-end [^\n]*signal=9 again=0\n/);
        one.child.kill('SIGTERM');
        await one.ended;
        site.sql('DELETE FROM unit_name WHERE unit_id >= 1000; DELETE FROM unit WHERE id >= 1000');
    });

    // -- a directory that does not answer --
    directory = new Directory();
    const passwordFile = path.join(site.folder, 'ldap.password');
    writeFileSync(passwordFile, 'dich-vu', { mode: 0o600 });
    site.configure({ server: { workers: 4 }, ldap: { uris: await directory.listen(), base: 'ou=people,dc=thu,dc=vn', bind_dn: 'cn=tdkt,ou=services,dc=thu,dc=vn',
        password_file: passwordFile, tls_ca: directory.ldap.LDAP_CA, group_base: 'ou=groups,dc=thu,dc=vn', seconds: 5 } });
    site.sql("UPDATE person SET directory_id = '11111111-1111-4111-8111-111111111111', login = 'nva' WHERE id = 2");
    const one = await site.serve();
    const logins = (n) => Promise.all(Array.from({ length: n }, async () => {
        const began = performance.now();
        const answer = await site.post('/login', undefined, { login: 'nva', password: 'mật khẩu của An' });
        return { status: answer.status, html: await answer.text(), ms: performance.now() - began };
    }));
    // On a busy machine somebody may be asked to try again.
    const everybodyIn = async (n) => {
        for (let left = n, tries = 0; left > 0; tries++) {
            assert.ok(tries < 10, `${left} of ${n} are still outside`);
            const answers = await logins(left);
            const outside = answers.filter((a) => a.status !== 303);
            note(`${left} logins at once: p50 ${ms(quantile(answers.map((a) => a.ms), 0.5))}, longest ${ms(Math.max(...answers.map((a) => a.ms)))}, ` +
                `${outside.length} to try again`);
            for (const a of outside) assert.match(a.html, /DN-206/);
            left = outside.length;
        }
    };
    const HUNG = 4500;

    await test('with a directory that answers, a crowd that logs in at once is let in, all of it', async () => {
        for (let i = 0; i < 4; i++) assert.equal((await logins(1))[0].status, 303); // now it is known how long it takes
        await everybodyIn(24);
        // What they count of each other, they count one after the other.
        assert.equal(site.sql("SHOW GLOBAL STATUS LIKE 'Innodb_deadlocks'").trim().split('\t')[1], '0');
    });

    await test('while logins hang, those who are logged in are answered', async () => {
        directory.silent = true;
        const hanging = logins(12);
        const crowd = new Crowd(3, '/units', site.session('clerk')); // the crowd that logged in has ended his older sessions
        const answers = await hanging;
        await crowd.leave();
        const times = crowd.answers.map((a) => a.ms);
        note(`12 logins hang, 4 workers, 3 people: ${times.length} pages, p50 ${ms(quantile(times, 0.5))}, p95 ${ms(quantile(times, 0.95))}, longest ${ms(crowd.longest)}`);
        assert.deepEqual(crowd.other, []);
        assert.ok(crowd.longest < 4000, `a page took ${ms(crowd.longest)}`);
        assert.ok(times.length >= 30, `${times.length} pages in 5 s`);
        assert.deepEqual(answers.map((a) => a.status).filter((s) => s !== 503), []);
        assert.equal(answers.filter((a) => a.ms > HUNG).length, 2, 'half the workers wait for the directory');
        for (const a of answers) assert.match(a.html, a.ms > HUNG ? /DN-202/ : /DN-206[^]*Chờ|Chờ \d+ giây[^]*DN-206/);
        assert.equal(site.sql("SELECT COUNT(*) FROM audit WHERE action = 'login.refused'").trim(), '2', 'who was turned away fills no audit');
    });

    await test('after a time-out one asks at a time; the others are told at once when to try again', async () => {
        const answers = await logins(12);
        const quick = answers.filter((a) => a.ms < HUNG);
        assert.equal(quick.length, 11);
        for (const a of quick) {
            assert.equal(a.status, 503);
            assert.match(a.html, /Chờ ([1-9]|1[0-5]) giây rồi thử lại/);
            assert.match(a.html, /DN-207/);
        }
        note(`told at once: longest ${ms(Math.max(...quick.map((a) => a.ms)))}`);
        assert.equal(site.sql("SELECT COUNT(*) FROM login_failure WHERE failures > 0").trim(), '0', 'it costs nobody an attempt');
    });

    await test('a worker that is killed while it asks leaves no place taken', async () => {
        const hanging = logins(1);
        await sleep(1000);
        for (const pid of workers(one)) process.kill(pid, 'SIGKILL');
        assert.equal((await hanging)[0].status, 502);
        await until('four serve again', () => workers(one).length === 4);
        const [again] = await logins(1);
        assert.ok(again.ms > HUNG, `it was turned away after ${ms(again.ms)}`);
    });

    await test('the first answer opens the way for everybody', async () => {
        directory.silent = false;
        assert.equal((await logins(1))[0].status, 303);
        await everybodyIn(12);
    });
    one.child.kill('SIGTERM');
    await one.ended;
} finally {
    directory?.stop();
    await site.stop();
}
done();
