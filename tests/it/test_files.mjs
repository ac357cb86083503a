#!/usr/bin/env node
// Files that are handed in: what the virus scanner says of them, and how many go into one dossier.
import assert from 'node:assert/strict';
import { File } from 'node:buffer';
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { textOf } from '../tour/client.mjs';
import { Site, build, done, tdktd, test } from './site.mjs';

const LIMIT = 1 << 20;
const site = new Site();
const clerk = site.session('clerk');
const scanner = path.join(site.folder, 'scanner');
const flag = (name) => path.join(site.folder, name);
const pdf = (size, text = '') => {
    const bytes = Buffer.alloc(size, 32);
    bytes.write(`%PDF-${text}`);
    return bytes;
};

function send(target, fields, name, bytes) {
    const form = new FormData();
    for (const [key, value] of Object.entries({ csrf: clerk.csrf, once: randomBytes(32).toString('base64url'), ...fields })) form.set(key, value);
    form.set('file', new File([bytes], name));
    return fetch(site.url + target, { method: 'POST', redirect: 'manual', body: form, headers: { cookie: clerk.cookie } });
}
const attach = (dossier, bytes) => send(`/nominations/${dossier}/evidence`, { kind: 'bien_ban' }, 'biên bản.pdf', bytes);
const refused = async (answer, status, words) => {
    assert.equal(answer.status, status);
    assert.match(textOf(await answer.text()), words);
};
const taken = async (answer) => assert.equal(answer.status, 303, answer.status === 303 ? '' : textOf(await answer.text()).slice(0, 300));
const papers = (dossier) => Number(site.sql(`SELECT COUNT(*) FROM evidence WHERE nomination_id = ${dossier}`));
const stored = () => Number(site.sql('SELECT COUNT(*) FROM file'));
const tdkt = (program, ...args) => spawnSync(program, ['--config', site.confFile, ...args], { encoding: 'utf8' });

async function scans(one) {
    const log = (what) => assert.match(one.text(), what);

    await test('what the scanner finds clean is kept', async () => {
        await taken(await attach(1, pdf(300000)));
        assert.equal(papers(1), 1);
    });
    await test('what it finds something in is refused at its field, and nothing is kept', async () => {
        const before = [stored(), readdirSync(flag('files')).length];
        for (const bytes of [pdf(200, 'EICAR'), Buffer.concat([pdf(250000), Buffer.from('EICAR')])]) {
            const answer = await attach(1, bytes);
            const page = await answer.text();
            assert.equal(answer.status, 422);
            assert.match(textOf(page), /phát hiện mã độc trong tệp\. Đừng mở tệp này nữa/);
            assert.match(page, /name="file"[^>]*aria-invalid="true"|aria-invalid="true"[^>]*name="file"/);
        }
        assert.deepEqual([stored(), readdirSync(flag('files')).length], before);
        assert.equal(papers(1), 1);
        log(/level=warn event=infected request=[0-9a-f]{32} actor=2 digest=[0-9a-f]{64}\n/);
    });
    await test('a list is scanned before it is looked into', async () => {
        const list = (text) => Buffer.from(`Đối tượng,Họ và tên hoặc tên tập thể,"Danh hiệu, hình thức đề nghị",Thành tích\r\nCá nhân,Người thứ 1,GKSYT,${text}\r\n`);
        const clean = await send('/nominations/1/import', {}, 'a.csv', list('Cứu 4 người'));
        assert.match(textOf(await clean.text()), /Dòng cần sửa/);
        const before = stored();
        const found = await send('/nominations/1/import', {}, 'a.csv', list('EICAR'));
        assert.equal(found.status, 422);
        const page = textOf(await found.text());
        assert.match(page, /phát hiện mã độc/);
        assert.doesNotMatch(page, /Người thứ 1,|EICAR/);
        assert.equal(stored(), before);
    });
    await test('a form without its file says so, scanner or not', async () => {
        await refused(await site.post('/nominations/1/import', clerk, {}), 422, /Hãy chọn một tệp/);
    });
    await test('when it could not be scanned it is not taken, told as such, and logged with how the scanner ended', async () => {
        writeFileSync(flag('down'), '');
        const before = stored();
        for (const target of ['/nominations/1/evidence', '/nominations/1/import']) {
            const answer = await send(target, target.endsWith('import') ? {} : { kind: 'bien_ban' }, 'a.pdf', pdf(LIMIT / 4));
            assert.ok(Number(answer.headers.get('retry-after')) > 0);
            const page = await answer.text();
            assert.equal(answer.status, 503);
            assert.match(textOf(page), /chưa kiểm tra được tệp[^]*Chọn lại tệp và gửi lại sau ít phút[^]*TP-105|TP-105[^]*chưa kiểm tra được tệp/);
            assert.match(page, /<input [^>]*name="file"/, 'the form is not there to choose the file again');
            assert.doesNotMatch(page, /Thử lại/);
            if (target.endsWith('evidence')) assert.match(page, /<details class="box" open="open"><summary>Tải giấy tờ lên/);
        }
        assert.equal(stored(), before);
        log(/route=\/nominations\/\{id\}\/evidence status=503 [^\n]*key=file\.unscanned why="scanner ended with exit status 2"/);
        assert.match(tdkt(path.join(build, 'fcgi/tdkt'), 'doctor').stdout, /^WRONG virus scanner: scanner ended with exit status 2\n/m);
        rmSync(flag('down'));
        assert.match(tdkt(path.join(build, 'fcgi/tdkt'), 'doctor').stdout, /^ok {4}virus scanner$/m);
        await taken(await attach(1, pdf(1000, 'again')));
    });
    await test('one that takes too long is ended, within the request', async () => {
        writeFileSync(flag('slow'), '');
        await refused(await attach(1, pdf(1000)), 503, /chưa kiểm tra được tệp/);
        rmSync(flag('slow'));
        log(/key=file\.unscanned why="scanner killed after 5 s"/);
    });
    await test('an archive is taken when it is a file of Word or Excel', async () => {
        const book = Buffer.from(await (await site.get('/nominations/1/import/mau.xlsx', clerk)).arrayBuffer());
        await taken(await attach(1, book));
        const other = Buffer.from(book.toString('latin1').replaceAll('[Content_Types].xml', '(Content_Types).xml'), 'latin1');
        assert.notDeepEqual(other, book);
        const before = stored();
        await refused(await attach(1, other), 422, /Loại tệp này không nhận/);
        assert.equal(stored(), before);
    });
    await test('a stranger\'s file is not scanned', async () => {
        rmSync(flag('asked'), { force: true });
        const form = new FormData();
        form.set('file', new File([pdf(100)], 'a.pdf'));
        const answer = await fetch(`${site.url}/nominations/1/evidence`, { method: 'POST', redirect: 'manual', body: form });
        assert.equal(answer.status, 401);
        assert.ok(!existsSync(flag('asked')));
        await taken(await attach(1, pdf(100)));
        assert.ok(existsSync(flag('asked')));
    });
}

async function room() {
    const full = /Giấy tờ của hồ sơ đã chiếm [\d,]+ MB; thêm tệp này \([\d,]+ MB\) thì quá 1 MB\. Bỏ giấy tờ không cần/;

    await test('the papers of a dossier go up to the limit and not a byte further', async () => {
        await taken(await attach(2, pdf(600000)));
        await taken(await attach(2, pdf(LIMIT - 600000 - 10))); // below
        const before = stored();
        await refused(await attach(2, pdf(11)), 422, full);
        assert.equal(stored(), before);
        await taken(await attach(2, pdf(10))); // at
        await refused(await attach(2, pdf(5)), 422, full);
        assert.equal(papers(2), 3);
        await taken(await attach(3, pdf(5))); // another's is another's
    });
    await test('the same file counts each time; what is taken out makes room', async () => {
        const id = site.sql('SELECT MIN(id) FROM evidence WHERE nomination_id = 2').trim();
        assert.equal((await site.post(`/nominations/2/evidence/${id}/remove`, clerk, {})).status, 303);
        await taken(await attach(2, pdf(300000)));
        await taken(await attach(2, pdf(300000)));
        await refused(await attach(2, pdf(300000)), 422, full);
    });
    await test('of two at once that do not both fit one is taken', async () => {
        const answers = await Promise.all([attach(4, pdf(600000, 'one')), attach(4, pdf(600000, 'other'))]);
        assert.deepEqual(answers.map((answer) => answer.status).sort(), [303, 422]);
        assert.equal(papers(4), 1);
    });
    await test('2000 papers and no more, and their page opens', async () => {
        site.sql(`INSERT INTO file (digest, size, media_type, name, uploaded_by, uploaded_at)
                VALUES ('${'a'.repeat(64)}', 1, 'application/pdf', 'x.pdf', 2, UTC_TIMESTAMP());
            INSERT INTO evidence (nomination_id, kind, number, file_id) SELECT 5, 'khac', '', (SELECT MAX(id) FROM file) FROM seq_1_to_1999`);
        await taken(await attach(5, pdf(5)));
        await refused(await attach(5, pdf(5)), 422, /Hồ sơ đã có 2000 giấy tờ, không nhận thêm/);
        assert.equal((await site.get('/nominations/5', clerk)).status, 200);
    });
}

try {
    writeFileSync(scanner, `#!/bin/sh
: > ${flag('asked')}
[ ! -e ${flag('down')} ] || exit 2
[ ! -e ${flag('slow')} ] || sleep 60
[ "$*" = '--no-summary -' ] || exit 3
! grep -q EICAR
`, { mode: 0o755 });
    await test('a scanner that cannot be run, or outlives a request, is told at start', async () => {
        for (const [server, why] of [[{ scan_command: 'clamdscan -' }, /no absolute path/], [{ scan_command: '/nowhere/clamdscan -' }, /No such file/],
            [{ scan_command: `${scanner} -`, scan_seconds: 30 }, /must be less than request_seconds/]]) {
            site.configure({ server });
            const check = tdkt(tdktd, '--check');
            assert.equal(check.status, 78);
            assert.match(check.stderr, why);
            assert.match(tdkt(path.join(build, 'fcgi/tdkt'), 'doctor').stdout, /^WRONG virus scanner: /m);
        }
    });
    site.configure({ server: { scan_command: `${scanner} --no-summary -`, scan_seconds: 5, dossier_files_bytes: LIMIT } });
    site.sql(`INSERT INTO nomination (id, unit_id, method, year, authority, title, fold, note, state, flow, flow_version, since, created_by, created_at)
        SELECT seq, 2, 'cong_trang', 2026, 'giam_doc_so', CONCAT('Hồ sơ ', seq), 'ho so', '', 'draft', 'nomination', 1, UTC_TIMESTAMP(), 2, UTC_TIMESTAMP()
        FROM seq_1_to_5`);
    const one = await site.serve();
    await scans(one);
    await room();
} finally {
    await site.stop();
}
done();
