// Do the sowers sow? What each makes of a few lines; that every source has its area and every test its place; that each known defect
// can still be sown. Prints TAP.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ofC } from './c.mjs';
import { placeOf, readAreas, readKnown, squeeze, walk } from './plan.mjs';
import { chance } from './chance.mjs';
import { ofSheet } from './sheet.mjs';
import { ofSql } from './sql.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const top = path.resolve(here, '../..');
let ran = 0, failed = 0;

function test(name, wrong) {
    if (wrong.length) failed++;
    console.log(`${wrong.length ? 'not ok' : 'ok'} ${++ran} - ${name}`);
    for (const line of wrong) console.log(`#   ${line}`);
}

// The text with each change made, blanks squeezed, against what is expected of it.
function makes(maker, text, wanted) {
    const found = new Set(maker(text).map((one) => squeeze(text.slice(0, one.at) + one.to + text.slice(one.end))));
    return wanted.filter((one) => !found.delete(squeeze(one))).map((one) => `not made: ${one}`);
}

const counted = (maker, text, n) => (maker(text).length === n ? [] : maker(text).map((one) => `${one.what}: ${one.to}`));

test('C: comparisons, constants, conditions, statements, arguments', makes(ofC, 'int f(int a)\n{\n    if (a > 3 && g(a))\n        h(a);\n    return k(p(a), p(b));\n}\n', [
    'int f(int a) { if (a >= 3 && g(a)) h(a); return k(p(a), p(b)); }',
    'int f(int a) { if (a > 4 && g(a)) h(a); return k(p(a), p(b)); }',
    'int f(int a) { if (a > 3 || g(a)) h(a); return k(p(a), p(b)); }',
    'int f(int a) { if ((0 && (a > 3 && g(a)))) h(a); return k(p(a), p(b)); }',
    'int f(int a) { if ((1 || (a > 3 && g(a)))) h(a); return k(p(a), p(b)); }',
    'int f(int a) { if (a > 3 && g(a)) (void)0; return k(p(a), p(b)); }',
    'int f(int a) { if (a > 3 && g(a)) h(a); return k(p(b), p(a)); }',
]));
test('C: nothing in comments, texts, declarations, tables, the log, panics and guards of an outcome', counted(ofC,
    '#define N (a < 3)\n/* if (a < 3) */\nstatic int t[] = {1 + 2};\nint f(int a)\n{\n    char b[32], *s = "a < 3";\n\n    log_info("x", a < 3);\n'
    + '    if (a == 1)\n        panic("no");\n    for (int i = 0; i < a; i++)\n        ;\n    if (rc != OUT_OK)\n        return rc;\n    return rc;\n}\n', 0));
test('C: room for one more than there are is nobody\'s defect',
    ofC('int f(int a)\n{\n    return g((a + 1) * sizeof a);\n}\n').filter((one) => /^1 became/.test(one.what)).map((one) => one.what));
test('SQL: conditions, comparisons, columns of one type', makes(ofSql,
    '-- name: s\n-- in: a int, b int\n-- out: x int, y int, z text\nSELECT x, y, z FROM t WHERE x = ? AND y < ? ORDER BY x LIMIT 5;\n', [
        '-- name: s -- in: a int, b int -- out: x int, y int, z text SELECT y, x, z FROM t WHERE x = ? AND y < ? ORDER BY x LIMIT 5;',
        '-- name: s -- in: a int, b int -- out: x int, y int, z text SELECT x, y, z FROM t WHERE (x = ? OR TRUE) AND y < ? ORDER BY x LIMIT 5;',
        '-- name: s -- in: a int, b int -- out: x int, y int, z text SELECT x, y, z FROM t WHERE x = ? AND (y < ? OR TRUE) ORDER BY x LIMIT 5;',
        '-- name: s -- in: a int, b int -- out: x int, y int, z text SELECT x, y, z FROM t WHERE x = ? AND y <= ? ORDER BY x LIMIT 5;',
    ]));
test('SQL: order and limits are left alone', counted(ofSql, '-- name: s\n-- in: none\n-- out: x int\nSELECT x FROM t ORDER BY x LIMIT 5;\n', 0));
test('sheets: tests, comparisons, neighbours, calls', makes(ofSheet, '<a><xsl:if test="@n = 1"><xsl:call-template name="t"/></xsl:if></a>', [
    '<a><xsl:if test="false()"><xsl:call-template name="t"/></xsl:if></a>', '<a><xsl:if test="true()"><xsl:call-template name="t"/></xsl:if></a>',
    '<a><xsl:if test="@n != 1"><xsl:call-template name="t"/></xsl:if></a>', '<a><xsl:if test="@n = 2"><xsl:call-template name="t"/></xsl:if></a>',
    '<a><xsl:if test="@n = 1"></xsl:if></a>']));
test('sheets: nothing in comments', counted(ofSheet, '<!-- <xsl:if test="@n = 1"/> --><a/>', 0));
test('chance: of 10 by nine in ten, 5 or fewer come less than once in a hundred times, 7 more often',
    chance(5, 10, 0.9) < 0.01 && chance(7, 10, 0.9) > 0.05 ? [] : [`${chance(5, 10, 0.9)}, ${chance(7, 10, 0.9)}`]);

const areas = readAreas(path.join(here, 'areas'));
const sources = walk(top, (file) => !/^(var|tests|conf|build[\w-]*|\.git|autom4te[^/]*)$|node_modules|lib\/db\/statements/.test(file))
    .filter((file) => /^(lib|fcgi)\/.*\.c$|^sql\/query\/|^xslt\/.*\.xsl$/.test(file));
test(`each of ${sources.length} sources is in an area`, sources.filter((file) => !placeOf(areas, file)));
const named = new Set(areas.flatMap(({ places }) => places.flatMap(({ tests }) => tests)));
const stands = (name) => name === 'linked' || name === 'tour' || [name, `${name}.c`].some((one) => existsSync(path.join(top, one)))
    || ['sh', 'mjs', 'py', 'c'].some((kind) => existsSync(path.join(top, `tests/it/${name}.${kind}`)));
test('every test that an area names stands', [...named].filter((name) => !stands(name)));
const known = readKnown(path.join(here, 'known'), areas, top);
test(`each of ${known.length} known defects can be sown`, known.filter(({ lost }) => lost).map(({ name, file, lost }) => `${name}: the text in ${file} ${lost}`));
test('the list of known defects holds all 38 that once went unseen', known.length < 38 ? [`${known.length}`] : []);
console.log(`1..${ran}`);
process.exitCode = failed ? 1 : 0;
