// A lane: a copy of the source and a warm build of it, below var/mutants, in which one defect at a time is built and met by the tests.
// The source it was copied from is only read.
import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, readlinkSync, rmSync, statSync, symlinkSync, utimesSync,
    writeFileSync } from 'node:fs';
import path from 'node:path';
import { walk } from './plan.mjs';

const BUILD_SECONDS = 1800;
const own = (file) => !/^(var|\.git|\.ci|build)$|node_modules|autom4te|\.o$|\.a$/.test(file);
const generated = /^(configure|aclocal\.m4|config\.h\.in|Makefile\.(in|am)|configure\.ac|build-aux)|\.mk$/;
const digest = (...parts) => createHash('sha256').update(parts.join('\0')).digest('hex');

export class Lane {
    constructor(top, folder, number) {
        this.top = top;
        this.number = number;
        this.folder = path.join(folder, `lane${number}`);
        this.source = path.join(this.folder, 'source');
        this.build = path.join(this.folder, 'build');
        this.cache = path.join(folder, 'cache');
        this.tmp = mkdtempSync(`/tmp/tdkt-mutant-${number}-`);
        this.objects = new Map();
        this.programs = new Map();
    }

    get environment() {
        return { ...process.env, LC_ALL: 'C.UTF-8', TMPDIR: this.tmp, TDKT_CACHE: this.cache, CMOCKA_MESSAGE_OUTPUT: 'TAP', srcdir: this.source,
            top_srcdir: this.source, top_builddir: this.build, PATH: `${process.env.PATH}:/usr/sbin:/sbin:${this.top}/var/programs/usr/sbin` };
    }

    // Runs a command for at most so many seconds, or until something is not ok: what it wrote, its status, and whether it hung. What it
    // left running is ended.
    run(seconds, command, args, cwd = this.build) {
        return new Promise((done) => {
            const child = spawn(command, args, { cwd, env: this.environment, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
            const began = Date.now();
            let text = '', hung = false;
            const timer = setTimeout(() => {
                hung = true;
                this.sweep();
            }, seconds * 1000);
            const read = (bytes) => {
                if (text.length < 4e6) text += bytes;
                if (/^not ok/m.test(String(bytes))) this.sweep();
            };
            for (const stream of [child.stdout, child.stderr]) stream.on('data', read);
            child.on('error', (error) => { text += error; });
            child.on('exit', (code) => {
                clearTimeout(timer);
                setTimeout(() => {
                    this.sweep();
                    done({ code: code ?? 128, text, hung, seconds: (Date.now() - began) / 1000 });
                }, 20);
            });
        });
    }

    // Ends every process that a test of this lane has started: its environment names our folder.
    sweep() {
        for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)) {
            try {
                if (readFileSync(`/proc/${pid}/environ`, 'latin1').split('\0').includes(`TMPDIR=${this.tmp}`) || this.holds(pid))
                    process.kill(Number(pid), 'SIGKILL');
            } catch { /* it has ended, or is somebody else's */ }
        }
    }

    holds(pid) {
        return readFileSync(`/proc/${pid}/cmdline`, 'latin1').includes(this.tmp) || readlinkSync(`/proc/${pid}/cwd`).startsWith(`${this.tmp}/`);
    }

    clear() {
        this.sweep();
        for (const name of readdirSync(this.tmp)) rmSync(path.join(this.tmp, name), { recursive: true, force: true });
    }

    end() {
        this.sweep();
        rmSync(this.tmp, { recursive: true, force: true });
    }

    // Makes the copy like the source. Files of the build's own making keep their times, or they would be made again.
    copy() {
        mkdirSync(path.join(this.source, 'var'), { recursive: true });
        const wanted = new Set(walk(this.top, own));
        for (const file of walk(this.source, own)) if (!wanted.has(file)) rmSync(path.join(this.source, file));
        for (const file of wanted) {
            const [from, to] = [path.join(this.top, file), path.join(this.source, file)];
            if (existsSync(to) && readFileSync(to).equals(readFileSync(from))) continue;
            mkdirSync(path.dirname(to), { recursive: true });
            copyFileSync(from, to);
            const { mode, mtime } = statSync(from);
            chmodSync(to, mode);
            if (generated.test(file)) utimesSync(to, mtime, mtime);
        }
        for (const name of ['programs', 'slapd', 'cache']) {
            const link = path.join(this.source, 'var', name);
            if (!existsSync(link)) symlinkSync(name === 'cache' ? this.cache : path.join(this.top, 'var', name), link);
        }
    }

    async make(...targets) {
        return this.run(BUILD_SECONDS, 'make', ['-s', '-j2', '-C', this.build, ...targets]);
    }

    // Configured and built, or taken over from a lane that is.
    async warm(first) {
        const stamp = digest(readFileSync(path.join(this.source, 'configure'))); // what changes in a makefile, make sees itself
        const noted = path.join(this.folder, 'configured');
        if (!existsSync(noted) || readFileSync(noted, 'utf8') !== stamp) {
            rmSync(this.build, { recursive: true, force: true });
            if (first) this.takeOver(first);
            else await this.configure();
            writeFileSync(noted, stamp);
        }
        for (const targets of [['all'], ['check', 'TESTS=']]) {
            const made = await this.make(...targets);
            if (made.code) throw new Error(`lane ${this.number} cannot be built:\n${made.text.slice(-2000)}`);
        }
        this.note();
    }

    async configure() {
        mkdirSync(this.build, { recursive: true });
        const made = await this.run(BUILD_SECONDS, `${this.source}/configure`, ['-q', '--enable-werror', 'CFLAGS=-O1']);
        if (made.code) throw new Error(`lane ${this.number} cannot be configured:\n${made.text.slice(-2000)}`);
    }

    // The other's build, with our folder's name in the files that make reads.
    takeOver(first) {
        execFileSync('cp', ['-a', first.build, this.build]);
        for (const file of walk(this.build, (name) => !/\.(o|a|log)$/.test(name)).filter((name) => /\.Po$|^Makefile$|^config\.status$/.test(name))) {
            const { atime, mtime } = statSync(path.join(this.build, file));
            writeFileSync(path.join(this.build, file), readFileSync(path.join(this.build, file), 'utf8').replaceAll(first.folder, this.folder));
            utimesSync(path.join(this.build, file), atime, mtime);
        }
        // Sources that were copied later than the other's were built are as old as those.
        for (const file of walk(this.source, own)) {
            const { atime, mtime } = statSync(path.join(first.source, file));
            utimesSync(path.join(this.source, file), atime, mtime);
        }
    }

    // What stands in each object and each program of the clean build.
    note() {
        const files = walk(this.build, (file) => !/\.deps/.test(file));
        for (const file of files.filter((name) => name.endsWith('.o'))) this.objects.set(file, this.digestOf(file));
        for (const file of files.filter((name) => /^tests\/(unit|fuzz|golden|it)\/\w+$/.test(name) && this.isProgram(name)))
            this.programs.set(file, this.symbols(file));
    }

    isProgram(file) {
        const bytes = readFileSync(path.join(this.build, file));
        return bytes.length > 4 && bytes.subarray(1, 4).toString() === 'ELF' && !file.endsWith('.o');
    }

    digestOf(object) {
        return digest(readFileSync(path.join(this.build, object), 'latin1'));
    }

    symbols(file) {
        const text = execFileSync('nm', ['--defined-only', '-g', path.join(this.build, file)], { maxBuffer: 1e8, encoding: 'latin1' });
        return new Set(text.split('\n').map((line) => line.split(' ').at(-1)).filter((name) => name && name !== 'main'));
    }

    // lib/core/date.c -> lib/core/libcore_a-date.o
    objectOf(file) {
        const stem = path.basename(file, '.c');
        return [...this.objects.keys()].filter((one) => path.dirname(one) === path.dirname(file) && new RegExp(`(^|-)${stem}\\.o$`).test(path.basename(one)));
    }

    // Programs of tests that hold the object: its own test first, integration last.
    linked(file) {
        const object = file.endsWith('.sql') ? ['lib/db/libdb_a-statements.o'] : this.objectOf(file);
        const names = object.flatMap((one) => [...this.symbols(one)]);
        const stem = path.basename(file, path.extname(file));
        const rank = (name) => (name.endsWith(`test_${stem}`) ? 0 : name.startsWith('tests/it/') ? 2 : 1);
        return [...this.programs].filter(([name, has]) => names.some((one) => has.has(one)) && !/test_(statements|plans)$/.test(name))
            .map(([name]) => name).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
    }

    read(file) {
        return readFileSync(path.join(this.source, file), 'utf8');
    }

    write(file, text) {
        writeFileSync(path.join(this.source, file), text);
    }
}
