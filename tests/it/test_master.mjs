#!/usr/bin/env node
// The master and its workers: drain, reload, back-off, deadline, retirement, the three ways to a socket.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync, existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import net from 'node:net';
import path from 'node:path';
import { record } from './fake_worker.mjs';
import { Site, done, sanitized, sleep, tdktd, test, top, until, workers } from './site.mjs';

const site = new Site();
// It has set its signals, which is the last thing before it says that it is ready.
const answers = (pid) => (BigInt(`0x${/SigCgt:\s+(\w+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]}`) & (1n << 13n)) !== 0n;
const stopped = async (one) => {
    one.child.kill('SIGTERM');
    return one.ended;
};

try {
    await test('--check says 0 when everything is in order, and 78 with the place when it is not', () => {
        const check = () => spawnSync(tdktd, ['--config', site.confFile, '--check'], { encoding: 'utf8' });
        assert.deepEqual([check().status, check().stderr], [0, '']);
        site.configure({ server: { files_dir: '/nonexistent' } });
        assert.equal(check().status, 0);
        assert.match(check().stderr, /level=warn event=check files_dir=\/nonexistent why="No such file/);
        site.configure({ server: { files_dir: path.join(site.folder, 'files') } });
        const bad = path.join(site.folder, 'bad.conf');
        writeFileSync(bad, '[server]\nworkers = 0\n');
        const refused = spawnSync(tdktd, ['--config', bad, '--check'], { encoding: 'utf8' });
        assert.equal(refused.status, 78);
        assert.match(refused.stderr, /bad\.conf:2/);
        assert.equal(spawnSync(tdktd, ['--config', bad, '--listen', '/tmp/never.sock']).status, 78);
        assert.equal(spawnSync(tdktd, ['--nonsense']).status, 64);
        assert.match(spawnSync(tdktd, ['--version'], { encoding: 'utf8' }).stdout, /^tdkt [0-9]/);
        assert.equal(spawnSync(tdktd, ['--config', site.confFile], { stdio: ['ignore', 'ignore', 'ignore'] }).status, 69);
    });

    await test('a page answers in front of nginx, health and readiness too', async () => {
        const one = await site.serve();
        const clerk = site.session('clerk');
        const page = await site.get('/units', clerk);
        assert.equal(page.status, 200);
        assert.match(await page.text(), /Bệnh viện/);
        assert.equal((await site.get('/healthz')).status, 200);
        assert.equal((await site.get('/readyz')).status, 200);
        assert.equal((await site.get('/units')).headers.get('location'), '/login?next=%2Funits');
        assert.equal(await stopped(one), 0);
        assert.equal(existsSync(site.socket), false);
    });

    await test('SIGTERM lets the running request finish', async () => {
        const one = await site.serve();
        const clerk = site.session('clerk');
        await site.hold('unit_name', 2);
        const page = site.get('/units', clerk);
        await sleep(500);
        one.child.kill('SIGTERM');
        assert.equal((await page).status, 200);
        assert.equal(await one.ended, 0);
    });

    await test('a request past its deadline ends its worker, and the log names the route', async () => {
        site.configure({ server: { request_seconds: 1 } });
        const one = await site.serve();
        const clerk = site.session('clerk');
        const held = await site.hold('unit_name', 4);
        const page = await site.get('/units', clerk);
        assert.equal(page.status, 502);
        assert.match(await page.text(), /HT-502/);
        assert.match(one.text(), /event=deadline request=[0-9a-f]{32} route=\/units\n/);
        held.kill('SIGKILL');
        await until('the table is free and a worker is back', async () => (await site.get('/units', clerk)).status === 200);
        assert.equal(await stopped(one), 0);
        site.configure({ server: { request_seconds: 30 } });
    });

    await test('a worker that could answer is replaced at once, however often it is killed', async () => {
        const one = await site.serve();
        for (let i = 0; i < 8; i++) {
            const before = workers(one);
            assert.equal(before.length, 2);
            for (const pid of before) process.kill(pid, 'SIGKILL');
            const ready = () => (one.text().match(/event=worker-end/g) ?? []).length >= 2 * (i + 1) && workers(one).length === 2 && !workers(one).includes(before[0]);
            await until('there are two again', ready);
            assert.equal((await site.get('/healthz')).status, 200);
            await until('both can answer', () => workers(one).every(answers));
        }
        assert.doesNotMatch(one.text(), /again=[1-9]/);
        assert.equal(await stopped(one), 0);
    });

    await test('a worker that crashes says at which request, and is replaced at once', async () => {
        const one = await site.serve();
        const clerk = site.session('clerk');
        const before = workers(one);
        const held = await site.hold('unit_name', 20);
        const page = site.get('/units', clerk);
        const sockets = (pid) => readdirSync(`/proc/${pid}/fd`).length;
        const idle = Math.min(...before.map(sockets));
        await until('one of them has it', () => before.some((pid) => sockets(pid) > idle + 1));
        const busy = before.find((pid) => sockets(pid) > idle + 1);
        process.kill(busy, 'SIGSEGV');
        assert.equal((await page).status, 502);
        if (!sanitized()) assert.match(one.text(), /level=fatal event=crash signal=11 request=[0-9a-f]{32} route=\/units\n/);
        await until('its end is noted', () => /event=worker-end/.test(one.text()));
        assert.match(one.text(), /event=worker-end [^\n]*again=0\n/);
        held.kill('SIGKILL');
        await until('another one serves', () => workers(one).length === 2 && !workers(one).includes(busy));
        await stopped(one);
    });

    await test('what is not a request of a web server ends its connection and nothing else', async () => {
        const one = await site.serve();
        const before = workers(one).sort();
        const begin = record(1, Buffer.from([0, 1, 0, 0, 0, 0, 0, 0]));
        const end = record(4, Buffer.alloc(0));
        const say = (...bytes) => new Promise((over) => {
            const socket = net.connect(site.socket, () => socket.write(Buffer.concat(bytes)));
            let said = 0;
            socket.on('data', (piece) => { said += piece.length; });
            socket.on('error', () => {});
            socket.on('close', () => over(said));
        });
        for (const lengths of ['ffffffffffffffff', 'ffffffff01', '01ffffffff', 'bfffffffbfffffff', 'c0000000bffffffe'])
            for (let i = 0; i < 2; i++) assert.equal(await say(begin, record(4, Buffer.from(`${lengths}6162`, 'hex')), end), 0, lengths);
        assert.equal(await say(Buffer.from('GET / HTTP/1.1\r\n\r\n')), 0);
        assert.equal(await say(begin, begin, end), 0);
        assert.deepEqual(workers(one).sort(), before);
        assert.doesNotMatch(one.text(), /worker-end/);
        assert.equal((await site.get('/healthz')).status, 200);
        assert.equal(await stopped(one), 0);
    });

    await test('a worker that dies before it can answer is tried again later and later, while the others serve', async () => {
        const one = await site.serve();
        const [victim, other] = workers(one);
        const deaf = (n) => execFileSync('prlimit', ['--pid', String(one.child.pid), `--sigpending=${n}`]); // no word of being ready reaches the master
        deaf('0:');
        process.kill(victim, 'SIGKILL');
        await until('the waiting grows', () => {
            for (const pid of workers(one)) if (pid !== other) process.kill(pid, 'SIGKILL');
            return /again=400/.test(one.text());
        });
        assert.match(one.text(), /again=100\b[^]*again=200\b[^]*again=400\b/);
        assert.equal((await site.get('/units', site.session('clerk'))).status, 200);
        deaf('1000:');
        await until('both are back', () => workers(one).length === 2 && workers(one).every(answers));
        await stopped(one);
    });

    // A copy of what the program reads, which a test may break.
    const data = path.join(site.folder, 'data');
    mkdirSync(data);
    for (const name of ['xslt', 'conf']) cpSync(path.join(top, name), path.join(data, name), { recursive: true });
    symlinkSync(path.join(top, 'sql'), path.join(data, 'sql'));
    const refusals = (one) => (one.text().match(/event=reload result=refused/g) ?? []).length;
    const sheet = path.join(data, 'xslt/page/login.xsl');
    const right = readFileSync(sheet, 'utf8');
    const broken = right.replace('</xsl:template>', '');
    const hint = async () => {
        const page = await site.get('/login');
        return page.status === 200 ? /<p class="hint">([^<]*)/.exec(await page.text())[1] : page.status;
    };
    const all = async (n) => [...new Set(await Promise.all(Array.from({ length: n }, hint)))];

    await test('what was loaded serves on, whatever becomes of its files and its workers, until a reload is taken', async () => {
        site.configure({ server: { data_dir: data, worker_requests: 20 } });
        const one = await site.serve();
        const old = await hint();
        const replaced = async (how) => {
            const before = workers(one);
            await how(before);
            await until('they have been replaced', () => workers(one).length === 2 && !workers(one).some((pid) => before.includes(pid)));
            assert.deepEqual(await all(8), [old]);
        };
        const die = (pids) => { for (const pid of pids) process.kill(pid, 'SIGABRT'); }; // no sanitizer takes it for its own
        const retire = async () => { for (let i = 0; i < 60; i++) assert.equal(await hint(), old); };
        writeFileSync(sheet, broken); // half saved, nobody has said HUP
        await replaced(die);
        one.child.kill('SIGHUP');
        await until('it is refused', () => refusals(one) === 1);
        await replaced(die);
        await replaced(retire);
        for (const name of ['xslt', 'conf']) rmSync(path.join(data, name), { recursive: true });
        await replaced(die);
        await replaced(retire);
        assert.doesNotMatch(one.text(), /again=[1-9]/);
        for (const name of ['xslt', 'conf']) cpSync(path.join(top, name), path.join(data, name), { recursive: true });
        writeFileSync(sheet, right.replace(old, 'Câu mới.'));
        await replaced(die); // changed and right, but nobody has said HUP
        one.child.kill('SIGHUP');
        await until('the new sentence is there', async () => (await all(8)).join() === 'Câu mới.');
        assert.equal(await stopped(one), 0);
        writeFileSync(sheet, right);
    });

    await test('files that are not in order when it starts are named, and it ends', async () => {
        writeFileSync(sheet, broken);
        const never = spawnSync(tdktd, ['--config', site.confFile, '--listen', site.socket], { encoding: 'utf8' });
        assert.equal(never.status, 78);
        assert.match(never.stderr, /event=check why="[^"\n]*login\.xsl:\d+: /);
        assert.equal(existsSync(site.socket), false);
        writeFileSync(sheet, right);
    });

    await test('a file that changes after the look at it, and before it is taken, is refused like any other', async () => {
        const one = await site.serve();
        const before = workers(one).sort();
        const messages = path.join(data, 'conf/messages.xml');
        const text = readFileSync(messages, 'utf8');
        rmSync(messages);
        execFileSync('mkfifo', [messages]); // each reader gets what is written next
        one.child.kill('SIGHUP');
        await writeFile(messages, text);
        await sleep(300); // it has read to the end
        await writeFile(messages, '<messages');
        await until('it is refused', () => refusals(one) === 1);
        assert.match(one.text(), /result=refused why="[^"\n]*messages\.xml/);
        assert.deepEqual(workers(one).sort(), before);
        rmSync(messages);
        writeFileSync(messages, text);
        one.child.kill('SIGHUP');
        await until('the next one is taken', () => /result=taken/.test(one.text()));
        await until('new workers serve', () => workers(one).length === 2 && !workers(one).some((pid) => before.includes(pid)));
        assert.equal((await site.get('/login')).status, 200);
        assert.equal(await stopped(one), 0);
        site.configure({ server: { data_dir: top, worker_requests: 10000 } });
    });

    await test('workers share what was loaded, and what it was before goes back whole', async () => {
        const own = (pid) => readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8').match(/^Private_\w+: +\d+/gm).reduce((sum, line) => sum + Number(line.split(/ +/)[1]), 0);
        const one = await site.serve();
        const reload = async (times) => {
            for (let i = 0; i < times; i++) {
                const ready = (one.text().match(/event=ready/g) ?? []).length;
                one.child.kill('SIGHUP');
                await until('it is taken', () => (one.text().match(/event=ready/g) ?? []).length > ready);
            }
            await until('the old ones are gone', () => workers(one).length === 2);
            return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${one.child.pid}/status`, 'utf8'))[1]);
        };
        assert.equal((await site.get('/login')).status, 200);
        const first = await reload(3);
        const then = await reload(8);
        console.log(`# a worker holds ${workers(one).map(own).join(' and ')} kB of its own; the master ${first} kB after 3 reloads, ${then} kB after 11`);
        if (!sanitized()) assert.ok(then < first + 1500, `${then} kB after 11 reloads, ${first} kB after 3`);
        if (!sanitized()) for (const pid of workers(one)) assert.ok(own(pid) < 6000, `a worker has ${own(pid)} kB of its own`);
        assert.equal(await stopped(one), 0);
    });

    await test('SIGHUP takes a good configuration without refusing a request', async () => {
        const one = await site.serve();
        const clerk = site.session('clerk');
        const before = workers(one);
        site.configure({ server: { workers: 3 }, office: { short: 'Sở Y tế mới' } });
        let asking = true;
        const statuses = new Set();
        const asker = (async () => {
            while (asking) statuses.add((await site.get('/units', clerk)).status);
        })();
        one.child.kill('SIGHUP');
        await until('three new workers serve', () => workers(one).length === 3 && !workers(one).some((pid) => before.includes(pid)));
        asking = false;
        await asker;
        assert.deepEqual([...statuses], [200]);
        assert.match(await (await site.get('/units', clerk)).text(), /Sở Y tế mới/);
        assert.match(one.text(), /event=reload result=taken/);
        site.configure({ server: { workers: 2 } });
        one.child.kill('SIGHUP');
        await until('two are left', () => workers(one).length === 2 && (one.text().match(/result=taken/g) ?? []).length === 2);
        await stopped(one);
        site.configure({ office: { short: 'Sở Y tế' } });
    });

    await test('SIGHUP leaves everything as it is when the new configuration is not in order', async () => {
        const one = await site.serve();
        const before = workers(one);
        const good = readFileSync(site.confFile, 'utf8');
        writeFileSync(site.confFile, `${good}\n[server]\nunknown = 1\n`);
        one.child.kill('SIGHUP');
        await until('it is refused', () => /event=reload result=refused/.test(one.text()));
        assert.deepEqual(workers(one).sort(), before.sort());
        assert.equal((await site.get('/healthz')).status, 200);
        writeFileSync(site.confFile, good);
        assert.equal(await stopped(one), 0);
    });

    await test('a worker retires after its share', async () => {
        site.configure({ server: { workers: 1, worker_requests: 3 } });
        const one = await site.serve();
        const [first] = workers(one);
        for (let i = 0; i < 9; i++) assert.equal((await site.get('/healthz')).status, 200);
        await until('another one serves', () => workers(one).length === 1 && !workers(one).includes(first));
        assert.doesNotMatch(one.text(), /level=error/);
        await stopped(one);
        site.configure({ server: { workers: 2, worker_requests: 10000 } });
    });

    const passed = (fd, environment) => ['perl', '-e', `
        BEGIN { $^F = 10 } # descriptors live on over exec
        use IO::Socket::UNIX; use POSIX ();
        my ($path, @command) = @ARGV; unlink $path;
        my $s = IO::Socket::UNIX->new(Local => $path, Listen => 16) or die;
        POSIX::dup2(fileno($s), ${fd}); ${environment}
        exec @command;`, site.socket, tdktd, '--config', site.confFile];

    await test('the socket may be passed by LISTEN_FDS', async () => {
        const one = await site.serve(passed(3, "$ENV{LISTEN_FDS} = 1; $ENV{LISTEN_PID} = $$;"));
        assert.equal((await site.get('/healthz')).status, 200);
        assert.equal(await stopped(one), 0);
        assert.equal(existsSync(site.socket), true); // whoever made it removes it
    });

    await test('the socket may be descriptor 0', async () => {
        const one = await site.serve(passed(0, ''));
        assert.equal((await site.get('/healthz')).status, 200);
        assert.equal(await stopped(one), 0);
    });

    await test('a socket left over by a run that was killed is replaced, a living one is not', async () => {
        const one = await site.serve();
        const second = spawnSync(tdktd, ['--config', site.confFile, '--listen', site.socket], { encoding: 'utf8' });
        assert.equal(second.status, 69);
        one.child.kill('SIGKILL');
        await one.ended;
        await sleep(200); // its workers end with it
        assert.equal(existsSync(site.socket), true);
        const next = await site.serve();
        assert.equal(statSync(site.socket).mode & 0o777, 0o660);
        assert.equal((await site.get('/healthz')).status, 200);
        await stopped(next);
    });

    await test('systemd is told when it is ready, reloading and stopping', async () => {
        const heard = path.join(site.folder, 'notify');
        const one = await site.serve(['perl', '-e', `
            use IO::Socket::UNIX; use Socket;
            my ($heard, $path, @command) = @ARGV;
            my $s = IO::Socket::UNIX->new(Local => $path, Type => SOCK_DGRAM) or die;
            if (my $pid = fork) { $ENV{NOTIFY_SOCKET} = $path; close $s; exec @command; }
            open my $to, '>>', $heard; $to->autoflush(1);
            while (defined $s->recv(my $said, 1000)) { print $to "$said\\n"; last if $said =~ /STOPPING/ }`,
            heard, path.join(site.folder, 'notify.sock'), tdktd, '--config', site.confFile, '--listen', site.socket]);
        one.child.kill('SIGHUP');
        await until('it is ready again', () => (readFileSync(heard, 'utf8').match(/READY=1/g) ?? []).length === 2);
        assert.equal(await stopped(one), 0);
        await until('it said so', () => /STOPPING=1/.test(readFileSync(heard, 'utf8')));
        assert.match(readFileSync(heard, 'utf8'), /^READY=1\nRELOADING=1\nMONOTONIC_USEC=\d+\nREADY=1\nSTOPPING=1\n$/);
    });
} finally {
    await site.stop();
}
done();
