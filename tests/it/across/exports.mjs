// Sheets and papers as rows of cells, compared with tests/data/rows/exports.txt; TDKT_ACCEPT=yes writes what came: look at the diff.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { textOf, unescape } from '../../tour/client.mjs';
import { test, top } from '../site.mjs';
import { STRANGERS, workbook } from './world.mjs';

const file = path.join(top, 'tests/data/rows/exports.txt');

// The first sheet, row by row.
function sheet(bytes) {
    const text = workbook(bytes);
    const shared = [...text.matchAll(/<si>([^]*?)<\/si>/g)].map(([, si]) => unescape(si.replace(/<[^>]+>/g, '')));
    return [...text.matchAll(/<row [^>]*>([^]*?)<\/row>/g)].map(([, row]) => {
        const cells = [];
        for (const [cell, column, inner] of row.matchAll(/<c r="([A-Z])\d+"[^>]*?(?:\/>|>([^]*?)<\/c>)/g)) {
            const value = unescape((inner ?? '').replace(/<[^>]+>/g, ''));
            cells[column.charCodeAt(0) - 65] = / t="s"/.test(cell) ? shared[Number(value)] : value;
        }
        return Array.from(cells, (cell) => cell ?? '').join(' | ');
    });
}

// Every table of a paper that has a heading, row by row.
const tables = (html) => [...html.matchAll(/<table[^>]*>([^]*?)<\/table>/g)].map(([, table]) => table).filter((table) => /<th/.test(table))
    .flatMap((table) => [...table.matchAll(/<tr[^>]*>([^]*?)<\/tr>/g)]
        .map(([, row]) => [...row.matchAll(/<t[hd][^>]*?(?:\/>|>([^]*?)<\/t[hd]>)/g)].map(([, cell]) => textOf(cell ?? '').trim()).join(' | ')));

export async function exportsHoldTheirRows(site) {
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
    const out = [];
    for (const [i, line] of lines.entries()) {
        if (!line.startsWith('  ')) out.push(line);
        if (!line.startsWith('GET ')) continue;
        const [, at, role, unit] = /^GET (\S+) as (\w+)(?: of (\w))?$/.exec(line);
        const expected = [];
        for (let k = i + 1; lines[k]?.startsWith('  '); k++) expected.push(lines[k].slice(2));
        await test(line, async () => {
            const answer = await site.get(at, site.session(role, unit === 'B' ? STRANGERS[role] : undefined));
            assert.equal(answer.status, 200);
            const bytes = Buffer.from(await answer.arrayBuffer());
            const came = /\.xlsx/.test(at) ? sheet(bytes) : tables(bytes.toString('utf8'));
            out.push(...came.map((row) => `  ${row}`));
            if (!process.env.TDKT_ACCEPT) assert.deepEqual(came, expected);
        });
    }
    if (process.env.TDKT_ACCEPT) writeFileSync(file, `${out.join('\n')}\n`);
}
