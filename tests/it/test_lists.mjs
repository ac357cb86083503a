#!/usr/bin/env node
// Lists beyond what a page shows: every row is in one of its parts, the page says which part of how many, and the badge counts what the list holds.
import assert from 'node:assert/strict';
import { elements, textOf } from '../tour/client.mjs';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { ROLES, Site, build, done, test } from './site.mjs';

const site = new Site();
const sessions = {};
const as = (role) => (sessions[role] ??= site.session(role));
const count = (sql) => Number(site.sql(sql));

async function text(target, role) {
    const answer = await site.get(target, as(role));
    const body = await answer.text();
    assert.equal(answer.status, 200, `${target} as ${role}: ${textOf(body).slice(0, 300)}`);
    return body;
}

// All rows of a list, part by part, and what the page of each part says.
async function every(address, role, element, { inside = (xml) => xml, more = '' } = {}) {
    const all = [];
    for (let from = 1, of = 1; from <= of;) {
        const query = `?from=${from}${more}`;
        const xml = await text(`${address}.xml${query}`, role);
        const part = elements(xml, 'part')[0];
        assert.equal(Number(part.from), Number(part.of) ? from : 0);
        all.push(...elements(inside(xml), element));
        of = Number(part.of);
        if (of > Number(part.page)) {
            const said = textOf(await text(`${address}${query}`, role)).replaceAll('.', '');
            assert.ok(said.includes(`Dòng ${part.from}–${part.to} trong ${of}`), `${address}${query} does not say which rows of how many`);
        }
        from = Number(part.to) + 1;
    }
    return all;
}

try {
    execFileSync(path.join(build, 'fcgi/tdkt'), ['--config', site.confFile, 'law', 'load'], { stdio: ['ignore', 'ignore', 'inherit'] });
    site.sql(`INSERT INTO campaign (id, code, unit_id, name, fold, content, state, date_from, date_to)
        SELECT seq, CONCAT('PT', seq), 1, CONCAT('Phong trào ', seq), CONCAT('phong trao ', seq), '', IF(seq MOD 2, 'running', 'closed'), '2026-01-01', IF(seq <= 50, '2027-06-30', '2026-12-31') FROM seq_1_to_130;
      INSERT INTO nomination (id, unit_id, campaign_id, method, year, authority, title, fold, note, state, flow, flow_version, since, due_on, created_by, created_at)
        SELECT seq, 2, 1, 'chuyen_de', 2026, 'giam_doc_so', CONCAT('Hồ sơ ', seq), CONCAT('ho so ', seq), '', IF(seq <= 120, 'appraisal', 'draft'), 'nomination', 1,
               '2026-02-01' + INTERVAL seq MINUTE, IF(seq MOD 3, '2026-03-01' + INTERVAL seq DAY, NULL), 2, '2026-02-01' FROM seq_1_to_190;
      INSERT INTO nominee (nomination_id, ordinal, kind, person_id, name, position, unit_id, unit_name, award_code, achievement, outcome, reason)
        SELECT seq, 1, 'person', 1, 'Người thứ 1', '', 2, 'Bệnh viện A', 'GKSYT', '', IF(seq <= 7, 'returned', 'pending'), '' FROM seq_1_to_190;
      INSERT INTO role_grant (ldap_group, role, unit_id, valid_from) SELECT CONCAT('nhom-', seq), 'auditor', 2, '2020-01-01' FROM seq_1_to_250;`);
    await site.serve();
    const badge = async (role) => Number(elements(await text('/sessions.xml', role), 'todo')[0].count);

    for (const role of ROLES.filter((one) => one !== 'staff')) {
        await test(`${role}: the badge counts what the list of things to do holds, and nothing is missing from the list`, async () => {
            const rows = await every('/', role, 'nomination');
            assert.equal(new Set(rows.map((row) => row.id)).size, rows.length);
            assert.equal(await badge(role), rows.length);
            const expected = { appraiser: count(`SELECT COUNT(*) FROM nomination WHERE state = 'appraisal'`),
                clerk: count(`SELECT COUNT(*) FROM nomination n WHERE n.state = 'draft' OR EXISTS (SELECT 1 FROM nominee e WHERE e.nomination_id = n.id AND e.outcome = 'returned')`) }[role] ?? 0;
            assert.equal(rows.length, expected);
        });
    }

    await test('grants: all of them, by the hundred', async () => {
        const rows = await every('/admin/roles', 'admin', 'grant', { inside: (xml) => xml.slice(xml.indexOf('<roles')) });
        assert.equal(new Set(rows.map((row) => row.id)).size, count('SELECT COUNT(*) FROM role_grant WHERE revoked_at IS NULL'));
    });

    await test('campaigns: all of them, and with a filter that stays in the links', async () => {
        assert.equal((await every('/campaigns', 'appraiser', 'campaign')).length, 130);
        assert.equal((await every('/campaigns', 'appraiser', 'campaign', { more: '&state=running' })).length, 65);
        assert.match(await text('/campaigns?state=running', 'appraiser'), /href="\/campaigns\?from=51&amp;state=running"/);
    });

    await test('dossiers of a campaign: all of them', async () => {
        const rows = await every('/campaigns/1', 'appraiser', 'nomination');
        assert.equal(new Set(rows.map((row) => row.id)).size, 190);
    });

    await test('a part beyond the end is the last', async () => {
        const part = elements(await text('/campaigns.xml?from=9999', 'appraiser'), 'part')[0];
        assert.deepEqual([part.from, part.to, part.of], ['101', '130', '130']);
        const full = await text('/campaigns.xml?from=51&year=2027', 'appraiser'); // fifty of that year: the second part would be empty
        assert.deepEqual([elements(full, 'part')[0].from, elements(full, 'campaign').length], ['1', 50]);
    });
} finally {
    await site.stop();
}
done();
