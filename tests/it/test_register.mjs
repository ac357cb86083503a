#!/usr/bin/env node
// The register as an Excel sheet: every row of it, whatever its size, in a worker of bounded memory; what was made for one answer goes again.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { execFileSync } from 'node:child_process';
import { inflateRawSync } from 'node:zlib';
import { Site, build, done, sanitized, test, workers } from './site.mjs';
import { textOf } from '../tour/client.mjs';

const ROWS = 106676; // what ten years of a province's emulation titles come to
const BELOW = 3000;  // of them in one hospital

// The parts of a workbook, by the directory at its end.
function parts(bytes) {
    const all = new Map();
    const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06'));
    let at = bytes.readUInt32LE(end + 16);
    for (let n = bytes.readUInt16LE(end + 10); n > 0; n--) {
        const [packed, name, extra, note, from] = [bytes.readUInt32LE(at + 20), bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32), bytes.readUInt32LE(at + 42)];
        const start = from + 30 + bytes.readUInt16LE(from + 26) + bytes.readUInt16LE(from + 28);
        all.set(bytes.toString('utf8', at + 46, at + 46 + name), () => inflateRawSync(bytes.subarray(start, start + packed)).toString('utf8'));
        at += 46 + name + extra + note;
    }
    return all;
}
const rowsOf = (sheet) => sheet.split('<row ').length - 2; // without the titles

const site = new Site();
try {
    execFileSync(path.join(build, 'fcgi/tdkt'), ['--config', site.confFile, 'law', 'load'], { stdio: ['ignore', 'ignore', 'inherit'] });
    site.sql(`INSERT INTO award (kind, person_id, name, fold, lower_name, position, unit_id, unit_name, leader, award_code, method, year, achievement,
            decision_no, decision_date, gold_no, source)
        SELECT 'person', 1, CONCAT('Người ', seq), CONCAT('nguoi ', seq), CONCAT('người ', seq), 'Điều dưỡng', IF(seq <= ${BELOW}, 2, 1), 'Đơn vị', FALSE, 'LDTT', 'cong_trang', 2015 + seq MOD 10,
            '', CONCAT(seq, '/QĐ'), '2015-01-01' + INTERVAL seq MOD 3650 DAY, seq MOD 5000 + 1, 'import' FROM seq_1_to_${ROWS}`);
    const server = await site.serve();
    const fetchSheet = async (query, role) => {
        const began = Date.now();
        const answer = await site.get(`/awards.xlsx${query}`, site.session(role));
        const bytes = Buffer.from(await answer.arrayBuffer());
        assert.equal(answer.status, 200, textOf(bytes.toString('utf8')).slice(0, 400));
        assert.match(answer.headers.get('content-disposition'), /so-khen-thuong\.xlsx/);
        assert.match(answer.headers.get('content-type'), /spreadsheetml/);
        assert.equal(answer.headers.get('x-accel-redirect'), null);
        return { bytes, ms: Date.now() - began };
    };
    const peak = () => Math.max(...workers(server).map((pid) => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1])));

    await test('a small register, for the memory it takes', async () => {
        const { bytes } = await fetchSheet('?year=2015&unit=2', 'records');
        assert.equal(rowsOf(parts(bytes).get('xl/worksheets/sheet1.xml')()), Number(site.sql('SELECT COUNT(*) FROM award WHERE year = 2015 AND unit_id = 2')));
    });

    await test(`${ROWS} rows come out whole, oldest first, each once`, async () => {
        const before = peak();
        const { bytes, ms } = await fetchSheet('', 'records');
        const sheet = parts(bytes).get('xl/worksheets/sheet1.xml')();
        assert.equal(rowsOf(sheet), ROWS);
        assert.equal(new Set(sheet.match(/>\d+\/QĐ</g)).size, ROWS);
        console.log(`# ${ROWS} rows: ${ms} ms, ${Math.round(bytes.length / 1024)} kB; peak of a worker ${Math.round(before / 1024)} MB before, ${Math.round(peak() / 1024)} MB after`);
        assert.ok(sanitized() || peak() - before < 48 * 1024, `a worker took ${peak() - before} kB more`);
    });

    const head = (target, role) => fetch(site.url + target, { method: 'HEAD', headers: { cookie: site.session(role).cookie } });
    const made = () => readdirSync(path.join(site.folder, 'files/handout'));
    await test('whoever asks for the head only waits for no file', async () => {
        const before = made();
        const answer = await head('/awards.xlsx', 'records');
        assert.equal(answer.status, 200);
        assert.match(answer.headers.get('content-disposition'), /so-khen-thuong\.xlsx/);
        assert.match(answer.headers.get('content-type'), /spreadsheetml/);
        assert.equal(answer.headers.get('content-length'), null);
        assert.deepEqual(made(), before);
        assert.equal((await head('/awards.xlsx?unit=3', 'clerk')).status, 404);
    });

    await test('the awards of one unit, and of whoever sees only that unit', async () => {
        for (const [query, role] of [['?unit=2', 'records'], ['', 'clerk']])
            assert.equal(rowsOf(parts((await fetchSheet(query, role)).bytes).get('xl/worksheets/sheet1.xml')()), BELOW);
    });

    await test('what was made for an answer ten minutes ago is gone after the next', async () => {
        const folder = path.join(site.folder, 'files/handout');
        const old = path.join(folder, 'old');
        writeFileSync(old, 'x');
        utimesSync(old, Date.now() / 1000 - 700, Date.now() / 1000 - 700);
        await fetchSheet('?unit=2', 'records');
        assert.ok(!readdirSync(folder).includes('old'));
        // nginx reads it by the group of the folder; nobody else does
        assert.equal(statSync(path.join(folder, readdirSync(folder)[0])).mode & 0o777, 0o640);
        assert.equal((await site.get(`/internal/files/handout/${readdirSync(folder)[0]}`, site.session('records'))).status, 404);
    });

    await test('a register on paper is refused with the number of its rows', async () => {
        const answer = await site.get('/awards/paper/so-khen-thuong', site.session('records'));
        assert.equal(answer.status, 413);
        assert.match(textOf(await answer.text()).replaceAll('.', ''), new RegExp(String(ROWS)));
    });
    await test('a sheet that takes longer than any page may is sent whole, by the program and by nginx', async () => {
        const nginx = path.join(site.folder, 'nginx');
        const shipped = readFileSync(path.join(nginx, 'tdkt/locations.conf'), 'utf8');
        assert.match(shipped, /fastcgi_read_timeout 45s;/);
        writeFileSync(path.join(nginx, 'tdkt/locations.conf'), shipped.replace('fastcgi_read_timeout 45s;', 'fastcgi_read_timeout 1s;'));
        site.reloadNginx();
        site.configure({ server: { request_seconds: 1 } });
        server.child.kill('SIGTERM');
        await server.ended;
        await site.serve();
        const { bytes, ms } = await fetchSheet('', 'records');
        assert.ok(ms > 1000, `${ms} ms: nothing was waited for`);
        assert.equal(rowsOf(parts(bytes).get('xl/worksheets/sheet1.xml')()), ROWS);
    });
} finally {
    await site.stop();
}
done();
