// Which defects are sown: the areas, every change that can be made in them, and which are taken for a seed.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { ofC } from './c.mjs';
import { ofSheet } from './sheet.mjs';
import { ofSql } from './sql.mjs';

const makers = { '.c': ofC, '.sql': ofSql, '.xsl': ofSheet };
const lines = (file) => readFileSync(file, 'utf8').split('\n').filter((line) => line && !line.startsWith('#'));
export const squeeze = (text) => text.replace(/\s+/g, ' ').trim();

export function readAreas(file) {
    const areas = [];
    let paths = [];
    for (const line of lines(file)) {
        const [word, ...rest] = line.trim().split(/\s+/);
        if (word === 'area') areas.push({ name: rest[0], goal: Number(rest[1]), places: [] });
        else if (word === 'paths') paths.push(...rest);
        else if (word === 'tests') {
            areas.at(-1).places.push({ patterns: paths.map(pattern), tests: rest });
            paths = [];
        } else throw new Error(`${file}: what is "${line}"?`);
    }
    return withOthers(areas, path.resolve(path.dirname(file), '../it'));
}

// Scripts of integration that were written since: met where a line says "others".
function withOthers(areas, folder) {
    const places = areas.flatMap((area) => area.places);
    const named = new Set(places.flatMap(({ tests }) => tests));
    const others = readdirSync(folder).filter((name) => /^test_\w+\.(sh|mjs|py)$/.test(name)).map((name) => name.replace(/\..*/, ''))
        .filter((name) => !named.has(name)).sort();
    for (const place of places) place.tests = place.tests.flatMap((name) => (name === 'others' ? others : [name]));
    return areas;
}

const pattern = (glob) => new RegExp(`^${glob.replace(/[.+]/g, '\\$&').replace(/\*/g, '[^/]*')}$`);

export function walk(folder, take, below = '') {
    return readdirSync(path.join(folder, below)).sort().flatMap((name) => {
        const file = path.join(below, name);
        if (!take(file)) return [];
        return statSync(path.join(folder, file)).isDirectory() ? walk(folder, take, file) : [file];
    });
}

// The area of a file and the tests that touch it; undefined for what is in none.
export function placeOf(areas, file) {
    for (const area of areas)
        for (const place of area.places)
            if (place.patterns.some((one) => one.test(file))) return { area, tests: place.tests };
    return undefined;
}

// What is compared with the list of equivalent changes: the change with the rest of its lines.
function wording(text, one) {
    const from = text.lastIndexOf('\n', one.at - 1) + 1;
    const end = text.indexOf('\n', one.end);
    const to = end < 0 ? text.length : end;
    return [squeeze(text.slice(from, to)), squeeze(text.slice(from, one.at) + one.to + text.slice(one.end, to))];
}

export class Equivalents {
    constructor(file) {
        this.entries = lines(file).filter((line) => !/^\s/.test(line)).map((line) => {
            const [, place, was, becomes] = /^(\S+): (.*) => (.*)$/.exec(line) ?? [];
            if (!place) throw new Error(`${file}: what is "${line}"?`);
            return { place, was: squeeze(was), becomes: squeeze(becomes), fits: 0, line };
        });
    }

    has(place, [was, becomes]) {
        const found = this.entries.filter((one) => one.place === place && one.was === was && one.becomes === becomes);
        for (const one of found) one.fits++;
        return found.length > 0;
    }

    stale() {
        return this.entries.filter((one) => !one.fits).map((one) => one.line);
    }
}

const families = [/became|turned/, /^\d+ became/, /condition/, /dropped/, /exchanged/];
const family = (what) => (/^\d+ became/.test(what) ? 1 : families.findIndex((one) => one.test(what)));

// Every change of every file, with a key that depends on the seed and on what is changed, not on where it stands.
export function changes(top, areas, equivalents, seed) {
    const found = [];
    const take = (file) => !/^(var|tests|conf|\.git)/.test(file) && !/node_modules|lib\/db\/statements/.test(file);
    for (const file of walk(top, take)) {
        const place = makers[path.extname(file)] && placeOf(areas, file);
        if (!place) continue;
        const text = readFileSync(path.join(top, file), 'utf8');
        const seen = new Map();
        for (const one of makers[path.extname(file)](text)) {
            const words = wording(text, one);
            if (equivalents.has(file, words)) continue;
            const name = [file, one.what, ...words].join('\n');
            seen.set(name, (seen.get(name) ?? 0) + 1);
            const key = createHash('sha256').update(`${seed}\n${name}\n${seen.get(name)}`).digest('hex');
            const line = text.slice(0, one.at).split('\n').length;
            found.push({ ...one, ...place, file, line, words, key, family: family(one.what), was: text.slice(one.at, one.end) });
        }
    }
    return found.sort((a, b) => (a.key < b.key ? -1 : 1));
}

// The changes of an area in the order in which they are taken: one of each family in turn.
export function inTurn(list) {
    const queues = families.map((_, i) => list.filter((one) => one.family === i));
    const order = [];
    while (queues.some((queue) => queue.length)) for (const queue of queues) if (queue.length) order.push(queue.shift());
    return order;
}

// The file of known defects: "NAME FILE", indented what it would do, "@ " after which text to look, "- " and "+ " lines.
export function readKnown(file, areas, top) {
    return readFileSync(file, 'utf8').split(/\n\s*\n/).map((block) => block.split('\n').filter((line) => line && !line.startsWith('#')))
        .filter((block) => block.length).map((block) => {
            const [name, place] = block[0].split(' ');
            const of = (sign) => block.filter((line) => line.startsWith(sign)).map((line) => line.slice(2)).join('\n');
            return { name, file: place, why: squeeze(of('  ')), ...placeOf(areas, place), ...locate(path.join(top, place), of('@ '), of('- '), of('+ ')) };
        });
}

// Where the old text stands, whatever its line and its blanks; an entry whose text is gone or stands twice must be written anew.
function locate(file, after, was, to) {
    const text = readFileSync(file, 'utf8');
    const start = after ? text.indexOf(after) : 0;
    const wanted = new RegExp(squeeze(was).replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s+'), 'g');
    const found = start < 0 ? [] : [...text.slice(start).matchAll(wanted)];
    if (!found.length || (found.length > 1 && !after)) return { lost: found.length ? 'stands more than once' : 'does not stand there any more' };
    const at = start + found[0].index;
    return { at, end: at + found[0][0].length, to, was: found[0][0], what: 'known', line: text.slice(0, at).split('\n').length };
}
