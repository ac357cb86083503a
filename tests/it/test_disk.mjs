#!/usr/bin/env node
// A full disk, where the database keeps its temporary tables or where our files lie: not our mistake, and over when there is room again.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Site, done, skip, test } from './site.mjs';

const NAME = 'a full disk of temporary tables is told as such, and is over when there is room again';
const site = new Site();
const room = path.join(site.folder, 'mariadb-tmp');
const fill = (folder) => {
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'none', folder]).status !== 0) return false;
    try {
        writeFileSync(path.join(folder, 'full'), Buffer.alloc(1 << 20));
    } catch {
        // as much as there is room for
    }
    return true;
};

try {
    const one = await site.serve();
    const clerk = site.session('clerk');
    const auditor = site.session('auditor');
    // A paper with a text, which the server writes to its temporary table on the disk.
    site.sql(`INSERT INTO nomination (id, unit_id, method, year, authority, title, fold, note, state, flow, flow_version, since, created_by, created_at)
        SELECT seq, 2, 'cong_trang', 2026, 'giam_doc_so', CONCAT('Hồ sơ ', seq), 'ho so', REPEAT('x', 2000), 'draft', 'nomination', 1, UTC_TIMESTAMP(), 2, UTC_TIMESTAMP() FROM seq_1_to_60`);
    const asked = [['/nominations', clerk], ['/nominations/1', clerk], ['/people', clerk], ['/audit', auditor], ['/awards', clerk], ['/awards.xlsx', clerk]];
    const statuses = async () => {
        const seen = {};
        for (const [target, who] of asked) seen[target] = (await site.get(target, who)).status;
        return seen;
    };
    const before = await statuses();
    if (fill(room)) {
        await test(NAME, async () => {
            const full = await statuses();
            spawnSync('umount', [room]);
            console.log(`# before ${JSON.stringify(before)}`);
            console.log(`# full ${JSON.stringify(full)}`);
            for (const [target, status] of Object.entries(full)) assert.ok(status === before[target] || status === 503, `${target}: ${status}`);
            assert.ok(Object.values(full).includes(503), 'no page needed the disk');
            assert.match(one.text(), /status=503 [^\n]*key=db\.full/);
            assert.deepEqual(await statuses(), before);
        });
    } else {
        skip(NAME, 'mounting a small disk needs root');
    }
    const FILES = 'a full folder of files is told as such, and nothing half made stays in it';
    const handout = path.join(site.folder, 'files/handout');
    mkdirSync(handout, { recursive: true });
    if (fill(handout)) {
        await test(FILES, async () => {
            for (let i = 0; i < 2; i++) {
                assert.equal((await site.get('/awards.xlsx', clerk)).status, 503);
                assert.deepEqual(readdirSync(handout), ['full']);
            }
            assert.match(one.text(), /status=503 [^\n]*key=file\.store/);
            rmSync(path.join(handout, 'full'));
            assert.equal((await site.get('/awards.xlsx', clerk)).status, 200);
            assert.equal(readdirSync(handout).length, 1);
        });
        spawnSync('umount', [handout]);
    } else {
        skip(FILES, 'mounting a small disk needs root');
    }
    one.child.kill('SIGTERM');
    await one.ended;
} finally {
    for (const folder of [room, path.join(site.folder, 'files/handout')]) spawnSync('umount', [folder], { stdio: 'ignore' });
    await site.stop();
}
done();
