#!/usr/bin/env node
// A full disk where the database keeps its temporary tables: not our mistake, and over when there is room again.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { Site, done, skip, test } from './site.mjs';

const NAME = 'a full disk of temporary tables is told as such, and is over when there is room again';
const site = new Site();
const room = path.join(site.folder, 'mariadb-tmp');
const fill = () => {
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'none', room]).status !== 0) return false;
    try {
        writeFileSync(path.join(room, 'full'), Buffer.alloc(1 << 20));
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
    if (fill()) {
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
    one.child.kill('SIGTERM');
    await one.ended;
} finally {
    spawnSync('umount', [room], { stdio: 'ignore' });
    await site.stop();
}
done();
