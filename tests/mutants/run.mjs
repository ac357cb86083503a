// Sows small defects, one at a time, and counts which of them the tests find. Prints TAP: a line for every area, or for every known defect.
//   run.mjs [AREA|known] [N]      60 defects over all areas by default; SEED=n takes others
// Everything happens in copies below var/mutants; the source is only read.
import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chance } from './chance.mjs';
import { Lane } from './lane.mjs';
import { meet, testsOf } from './meet.mjs';
import { Equivalents, changes, inTurn, readAreas, readKnown, squeeze, walk } from './plan.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const top = path.resolve(here, '../..');
const folder = path.join(top, 'var/mutants');
const LANES = Number(process.env.LANES ?? 2);
// A test that takes so much longer than on the clean program hangs; of one that has not been seen yet nothing is known.
const patience = (clean) => (clean === undefined ? 900 : 30 + 6 * clean);

let said = 0, failed = 0;
const tap = (ok, text, remarks = []) => {
    if (!ok) failed++;
    console.log(`${ok ? 'ok' : 'not ok'} ${++said} - ${text}`);
    for (const line of remarks) console.log(`#   ${line}`);
};
const remark = (text) => console.log(`# ${text}`);

// A test that failed is believed when it has passed on the clean program; how long it took there is kept as long as nothing changes.
class Clean {
    constructor(lane) {
        const files = walk(lane.source, (file) => !/^var|^tests\/mutants/.test(file));
        this.stamp = files.reduce((sum, file) => sum.update(file).update(lane.read(file)), createHash('sha256')).digest('hex');
        this.file = path.join(folder, 'clean.json');
        const kept = existsSync(this.file) ? JSON.parse(readFileSync(this.file, 'utf8')) : {};
        this.seconds = kept.stamp === this.stamp ? kept.seconds : {};
        this.bad = new Set();
    }

    // In a lane whose source is clean.
    async proves(lane, name) {
        if (name in this.seconds) return true;
        if (this.bad.has(name)) return false;
        let result = await meet(lane, name, 900);
        if (!result.passed) result = await meet(lane, name, 900);
        lane.clear();
        if (result.passed) {
            this.seconds[name] = result.seconds;
            writeFileSync(this.file, JSON.stringify({ stamp: this.stamp, seconds: this.seconds }));
        } else if (!this.bad.has(name)) {
            this.bad.add(name);
            tap(false, `the clean program does not pass ${name} (${result.why}); it is asked of no defect`);
        }
        return result.passed;
    }
}

// Nobody is killed by a statement that cannot be prepared, or by code that is compiled to the same.
async function countable(lane, one) {
    if (one.file.endsWith('.c')) {
        const objects = lane.objectOf(one.file);
        const made = await lane.make(...objects);
        if (made.code) return 'does not compile';
        if (objects.every((object) => lane.digestOf(object) === lane.objects.get(object))) return 'compiles to the same';
    }
    if (one.file.endsWith('.sql')) {
        const result = await meet(lane, 'test_statements', patience(20));
        if (!result.built) return 'does not compile';
        if (!result.passed) return 'is not a statement';
    }
    return '';
}

// A program with servers may fail of a busy machine: it has to fail twice.
async function byChance(lane, clean, name) {
    if (name.includes('/')) return false;
    const again = await meet(lane, name, patience(clean.seconds[name]));
    lane.clear();
    return again.passed;
}

async function sow(lane, clean, one) {
    const text = lane.read(one.file);
    const sown = text.slice(0, one.at) + one.to + text.slice(one.end);
    lane.write(one.file, sown);
    try {
        const not = await countable(lane, one);
        if (not) return { not };
        for (const name of testsOf(lane, one.file, one.tests)) {
            if (clean.bad.has(name)) continue;
            const result = await meet(lane, name, patience(clean.seconds[name]));
            lane.clear();
            if (!result.built) return { not: 'does not compile' };
            if (result.passed || await byChance(lane, clean, name)) continue;
            lane.write(one.file, text);
            if (await clean.proves(lane, name)) return { by: name, why: result.why };
            lane.write(one.file, sown);
        }
        return {};
    } finally {
        lane.write(one.file, text);
        lane.clear();
    }
}

const place = (one) => `${one.area.name} ${one.name ? `${one.name}, ` : ''}${one.file}:${one.line} ${one.what}`;
const difference = (one) => (one.words ?? [squeeze(one.was), squeeze(one.to)]).map((line, i) => `${'-+'[i]} ${line}`);

const fate = ({ not, by, why }) => (not ? `not counted: it ${not}` : by ? `killed by ${by}: ${why}` : 'SURVIVED');

// Each lane takes the next until every area has its number.
async function sowAll(lanes, clean, wanted) {
    const results = [];
    const next = () => {
        for (let tries = 0; tries < wanted.length; tries++) {
            const one = wanted.shift();
            wanted.push(one);
            if (one.list.length && one.taken < one.n) {
                one.taken++;
                return [one, one.list.shift()];
            }
        }
        return [];
    };
    await Promise.all(lanes.map(async (lane) => {
        for (let [of, one] = next(); one; [of, one] = next()) {
            const began = Date.now();
            const result = await sow(lane, clean, one);
            // What cannot be counted makes room for another; a known defect must be one.
            if (result.not && one.what !== 'known') of.taken--;
            else results.push({ one, ...result });
            remark(`${place(one)}: ${fate(result)} (${Math.round((Date.now() - began) / 1000)} s)`);
            if (!result.not && !result.by) {
                for (const line of difference(one)) remark(`    ${line}`);
                appendFileSync(path.join(folder, 'survivors'), `${place(one)}\n${difference(one).map((line) => `    ${line}\n`).join('')}`);
            }
        }
    }));
    return results;
}

function judge(area, results) {
    const mine = results.filter(({ one }) => one.area === area);
    const left = mine.filter(({ by }) => !by);
    const killed = mine.length - left.length;
    // A sample says little: an area fails when a suite that reaches the goal would do so badly less than once in a hundred times.
    // None that counts says nothing.
    const good = mine.length > 0 && chance(killed, mine.length, area.goal / 100) >= 0.01;
    tap(good, `${area.name}: ${killed} of ${mine.length} killed (${Math.round((100 * killed) / (mine.length || 1))} %, goal ${area.goal} %)`,
        left.flatMap(({ one }) => [place(one), ...difference(one).map((line) => `    ${line}`)]));
}

// What is to be sown: for every area how many, and the changes in the order in which they are taken.
function plan(what, n, areas, source) {
    if (what === 'known') {
        const known = readKnown(path.join(here, 'known'), areas, source);
        for (const one of known.filter(({ lost }) => lost)) tap(false, `known ${one.name}: the text in ${one.file} ${one.lost}; write the entry anew`);
        const list = known.filter(({ lost }) => !lost);
        return [{ n: list.length, taken: 0, list }];
    }
    const chosen = areas.filter(({ name }) => !what || what === name);
    if (!chosen.length) throw new Error(`no area ${what}; there are ${areas.map(({ name }) => name).join(', ')}, and known`);
    const equivalents = new Equivalents(path.join(here, 'equivalent'));
    const all = changes(source, areas, equivalents, process.env.SEED ?? '1');
    for (const line of equivalents.stale()) tap(false, `tests/mutants/equivalent fits nothing: ${line}`);
    remark(`${all.length} changes could be made; ${n} are`);
    return chosen.map((area, i) => ({ area, taken: 0, n: Math.floor((n + i) / chosen.length), list: inTurn(all.filter((one) => one.area === area)) }));
}

// The lanes are one run's at a time.
function hold() {
    const file = path.join(folder, 'held');
    const holder = existsSync(file) ? readFileSync(file, 'utf8') : '';
    if (holder && existsSync(`/proc/${holder}/cmdline`) && readFileSync(`/proc/${holder}/cmdline`, 'utf8').includes('mutants/run.mjs'))
        throw new Error(`defects are being sown already, by process ${holder}`);
    writeFileSync(file, String(process.pid));
    process.on('exit', () => rmSync(file));
}

// The province is loaded once, by the clean program; every copy is taken from the cache.
async function warmProvince(lane, clean) {
    if (!readdirSync(lane.cache).some((name) => name.startsWith('province-'))) delete clean.seconds.tour;
    if (!(await clean.proves(lane, 'tour'))) throw new Error('the clean program does not pass the tour');
    // It says which changes of a statement count: when it fails of itself, none would.
    if (!(await clean.proves(lane, 'test_statements'))) throw new Error('the clean program does not pass test_statements');
}

async function main(what, n) {
    mkdirSync(path.join(folder, 'cache'), { recursive: true });
    hold();
    writeFileSync(path.join(folder, 'survivors'), '');
    const lanes = Array.from({ length: LANES }, (_, i) => new Lane(top, folder, i + 1));
    process.on('exit', () => lanes.forEach((lane) => lane.end()));
    for (const lane of lanes) lane.copy();
    const wanted = plan(what, n, readAreas(path.join(here, 'areas')), lanes[0].source);
    await lanes[0].warm();
    await Promise.all(lanes.slice(1).map((lane) => lane.warm(lanes[0])));
    const clean = new Clean(lanes[0]);
    await warmProvince(lanes[0], clean);
    const results = await sowAll(lanes, clean, wanted);
    if (what === 'known') for (const result of results) tap(result.by, `known ${result.one.name}: ${fate(result)}${result.by ? '' : `. ${result.one.why}`}`);
    else for (const { area } of wanted.filter(({ n }) => n > 0)) judge(area, results);
    console.log(`1..${said}`);
    process.exitCode = failed ? 1 : 0;
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(130));
const [what, n] = process.argv.slice(2).sort((a, b) => /^\d+$/.test(a) - /^\d+$/.test(b));
const begin = async () => {
    if (n !== undefined && !/^\d+$/.test(n)) throw new Error(`how many is a number, not ${n}`);
    return main(/^\d+$/.test(what) ? undefined : what, Number(n ?? (/^\d+$/.test(what) ? what : 60)));
};
begin().catch((error) => {
    console.log(`Bail out! ${error.message}`);
    process.exitCode = 1;
});
