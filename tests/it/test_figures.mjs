#!/usr/bin/env node
// Figures that people work by, each compared with what it must be: allotments, to-do counts, the register, statistics, the audit.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { elements, textOf, unescape } from '../tour/client.mjs';
import { done, test, top } from './site.mjs';
import { Dossiers, today } from './live/dossiers.mjs';
import { Province } from './live/province.mjs';

const year = today.slice(0, 4);
const province = new Province();
const dossiers = new Dossiers(province);
const db = province.database;
const as = (login) => province.person(login);
const doc = async (login, address) => (await as(login)).doc(address);
const pick = (one, ...names) => Object.fromEntries(names.map((name) => [name, one?.[name]]));

async function badges() {
    await dossiers.everywhere();
    // Drafts and what was given back; what each role is the next to act on; nothing for the others.
    const expected = { 'cb.bvcm': 4, 'gd.bvcm': 1, thamdinh: 3, thuky: 1, giamdoc: 1, phogiamdoc: 1, vanthu: 2, ketoan: 0, thanhtra: 0, quantri: 0,
        'cb.ttcm': 0, 'gd.ttcm': 0 };
    for (const [login, count] of Object.entries(expected)) {
        await test(`${login} has ${count} things to do, in the badge and in the list`, async () => {
            const home = await doc(login, '/');
            assert.equal(elements(home, 'todo')[0]?.count ?? '0', String(count), 'the badge');
            assert.equal(elements(home, 'nomination').length, count, 'the list');
            const page = (await (await as(login)).get('/')).text;
            assert.match(textOf(page), count ? new RegExp(`Chờ xử lý ${count}\\b`) : /./);
        });
    }
}

// What every place says of a campaign's use.
async function used(campaign) {
    const said = [
        elements(await doc('cb.bvcm', `/campaigns/${campaign}`), 'campaign')[0],
        elements(await doc('cb.bvcm', '/campaigns'), 'campaign').find((one) => one.id === campaign),
        elements(await doc('cb.bvcm', '/nominations/new'), 'campaign').find((one) => one.id === campaign),
    ];
    return said.map((one) => [one['used-individuals'], one['used-collectives']].map(Number));
}

async function allotment() {
    const campaign = await db.value("SELECT id FROM campaign WHERE quota_individuals = 10 AND quota_collectives = 5 AND name LIKE '%thái độ phục vụ%'");
    const khoa = await db.rows(`SELECT n.official FROM unit u JOIN unit_name n ON n.unit_id = u.id JOIN unit p ON p.id = u.parent_id
                                 WHERE p.code = 'BV-DKCM' AND u.kind = 'khoa' ORDER BY u.id LIMIT 2`);
    const ids = {};
    const judge = async (outcome, rows) => dossiers.judge('thamdinh', ids.first, outcome, rows, outcome === 'accepted' ? {} : { reason: 'Chưa đạt.' });
    const steps = {
        'chưa có hồ sơ': () => {},
        'lập hồ sơ thứ nhất, chưa gửi': async () => {
            ids.first = await dossiers.draft({ campaign, people: 4 });
            for (const [name] of khoa) await dossiers.add(ids.first, { kind: 'collective', name, award_code: 'GKSYT' });
        },
        'gửi hồ sơ thứ nhất': () => dossiers.submitted(ids.first),
        'thủ trưởng ký': () => dossiers.appraisal(ids.first),
        'thường trực xét không đạt 1 cá nhân': async () => {
            const rows = await dossiers.rows(ids.first);
            const [one] = rows.filter((row) => row.kind === 'person');
            await judge('refused', [one.id]);
            await judge('accepted', rows.filter((row) => row.id !== one.id).map((row) => row.id));
        },
        'Hội đồng không thông qua 1 cá nhân và 1 tập thể': async () => {
            await dossiers.act('thamdinh', ids.first, 'forward');
            const rows = (await dossiers.rows(ids.first)).filter((row) => row.outcome === 'accepted');
            const fail = ['person', 'collective'].map((kind) => rows.find((row) => row.kind === kind).id);
            const votes = rows.flatMap((row) => [[`yes-${row.id}`, fail.includes(row.id) ? 6 : 12], [`no-${row.id}`, 0]]);
            await dossiers.act('thuky', ids.first, 'record', { held_on: today, minutes_no: '9/BB', present: 12, written: 0, ...Object.fromEntries(votes) });
        },
        'Giám đốc ký quyết định': () => dossiers.decided(ids.first),
        'ban hành': async () => {
            await db.rows(`UPDATE nominee SET achievement = REPEAT('ắ', 4000) WHERE nomination_id = ${ids.first} AND outcome IN ('passed', 'granted') ORDER BY id LIMIT 1`);
            await dossiers.issued(ids.first);
        },
        'lập hồ sơ thứ hai, chưa gửi': async () => { ids.second = await dossiers.draft({ campaign, people: 3 }); },
        'gửi hồ sơ thứ hai': () => dossiers.submitted(ids.second),
        'rút lại hồ sơ thứ hai': () => dossiers.act('cb.bvcm', ids.second, 'recall'),
        'gửi lại hồ sơ thứ hai': () => dossiers.submitted(ids.second),
        'không đề nghị khen thưởng hồ sơ thứ hai': async () => {
            await dossiers.appraisal(ids.second);
            await dossiers.act('thamdinh', ids.second, 'refuse_all', { reason: 'Trùng với hồ sơ khác.' });
        },
        'lập hồ sơ thứ ba 8 cá nhân, gửi': async () => {
            ids.third = await dossiers.draft({ campaign, people: 8 });
            assert.deepEqual(pick(elements(await dossiers.doc('cb.bvcm', ids.third), 'allotment')[0], 'used-individuals', 'used-collectives', 'quota-individuals', 'quota-collectives'),
                { 'used-individuals': '10', 'used-collectives': '1', 'quota-individuals': '10', 'quota-collectives': '5' }, 'its own draft counts for itself');
            await dossiers.submitted(ids.third);
        },
    };
    const table = readFileSync(path.join(top, 'tests/data/allotment.csv'), 'utf8').split('\n').filter((line) => line && !line.startsWith('#')).slice(1);
    for (const [step, people, collectives] of table.map((line) => line.split(';'))) {
        await test(`allotment, ${step}: ${people} people, ${collectives} collectives`, async () => {
            await steps[step]();
            const expected = [Number(people), Number(collectives)];
            assert.deepEqual(await used(campaign), [expected, expected, expected]);
        });
    }
    return ids;
}

// The same person for the same campaign in two dossiers.
async function proposedElsewhere() {
    const campaign = await db.value("SELECT id FROM campaign WHERE state IN ('launched', 'running') AND quota_individuals IS NULL LIMIT 1")
        ?? await db.value("SELECT id FROM campaign WHERE state IN ('launched', 'running') AND quota_individuals > 10 LIMIT 1");
    const [one] = dossiers.next(1);
    const ids = [];
    for (let i = 0; i < 2; i++) {
        ids.push(await dossiers.draft({ campaign, people: 0 }));
        await dossiers.add(ids[i], { name: one['staff-no'], award_code: 'GKSYT' });
    }
    const tryIt = async (id) => {
        const visitor = await as('cb.bvcm');
        const { version } = elements(await dossiers.doc('cb.bvcm', id), 'nomination')[0];
        const page = `/nominations/${id}/act/submit`;
        return visitor.send(page, page, { version });
    };
    await test('a draft elsewhere blocks nobody', async () => {
        assert.equal((await tryIt(ids[0])).status, 303);
    });
    await test('a dossier that has left its unit does', async () => {
        const answer = await tryIt(ids[1]);
        assert.equal(answer.status, 422);
        assert.match(textOf(answer.text), /1 dòng chưa đủ điều kiện/);
    });
    await test('until it is refused', async () => {
        await dossiers.appraisal(ids[0]);
        await dossiers.act('thamdinh', ids[0], 'refuse_all', { reason: 'Không đủ điều kiện.' });
        assert.equal((await tryIt(ids[1])).status, 303);
    });
}

// Every row of the register that a filter lets through.
async function register(login, query = '') {
    const all = [];
    for (let next = ''; ;) {
        const xml = await doc(login, `/awards?${query}${next}`);
        all.push(...elements(xml, 'award'));
        const more = elements(xml, 'next')[0];
        if (!more) return all;
        next = `&${more.field}=${more.value}`;
    }
}

async function awards(id) {
    const nominees = await db.rows(`SELECT e.id, e.kind, e.name, e.unit_id, un.official, e.ordinal FROM nominee e JOIN unit_name un ON un.unit_id = e.unit_id AND un.valid_to IS NULL
                                     WHERE e.nomination_id = ${id} AND e.outcome = 'granted'`);
    const decision = elements(await dossiers.doc('vanthu', id), 'decision')[0];
    const entered = (await register('vanthu', `year=${year}`)).filter((one) => one['decision-id'] === decision.id);
    await test('the register has whom the decision names, collectives first, in the order of its list', () => {
        const order = nominees.sort((a, b) => (a[1] === 'person') - (b[1] === 'person') || a[5] - b[5]).map(([, , name]) => name);
        assert.equal(order.length, 3);
    });
    await test('it keeps whole what each was given for, as long as the form takes it', async () => {
        const [[was, is]] = await db.rows(`SELECT SUM(CHAR_LENGTH(e.achievement)), SUM(CHAR_LENGTH(a.achievement)) FROM award a JOIN nominee e ON e.id = a.nominee_id WHERE a.decision_id = ${decision.id}`);
        assert.ok(was >= 4000, was);
        assert.equal(is, was);
    });
    await test('its golden numbers are in that order', () => {
        const order = nominees.map(([, , name]) => name);
        assert.deepEqual(entered.sort((a, b) => a['gold-no'] - b['gold-no']).map((one) => [one['gold-no'], one.name]), order.map((name, i) => [String(i + 1), name]));
    });
    await test('a person\'s award stands with his own khoa, a khoa\'s with the hospital', async () => {
        const people = await db.rows(`SELECT p.full_name, o.unit_id FROM nominee e JOIN person p ON p.id = e.person_id JOIN position o ON o.person_id = p.id AND o.valid_to IS NULL
                                       WHERE e.nomination_id = ${id} AND e.outcome = 'granted'`);
        const hospital = await db.value("SELECT id FROM unit WHERE code = 'BV-DKCM'");
        for (const [name, unit] of people) {
            assert.notEqual(unit, hospital);
            assert.equal(entered.find((one) => one.name === name)['unit-id'], unit);
            const below = await register('vanthu', `unit=${unit}&year=${year}`);
            assert.ok(below.some((one) => one.name === name && one['decision-id'] === decision.id), 'the filter by khoa');
            const before = Number(await db.value(`SELECT COUNT(*) FROM award a JOIN unit u ON u.id = a.unit_id, unit k WHERE k.id = ${unit} AND u.path LIKE CONCAT(k.path, '%') AND a.year = ${year} AND a.kind = 'person'`));
            const stat = elements(await doc('vanthu', `/statistics?unit=${unit}&from_year=${year}&to_year=${year}`), 'year').find((one) => one.year === year);
            assert.equal(Number(stat.individuals), before, 'the statistics of the khoa');
            assert.ok(before >= 1);
        }
        assert.equal(entered.find((one) => one.kind === 'collective')['unit-id'], hospital);
    });
}

// The demonstration's register: 523 awards of 2021 to 2025, see tests/data/counts-rachgia.csv.
async function filters() {
    const span = Object.entries({ kind: { person: 382, collective: 141 }, award: { BKTTG: 2, BKT: 41, GKSYT: 243, CSTDCS: 118, TTLDXS: 36, TTLDTT: 83 } });
    const old = async (query) => (await register('vanthu', query)).filter((one) => one.year <= '2025');
    for (const [field, values] of span)
        for (const [value, count] of Object.entries(values))
            await test(`the register by ${field} ${value}: ${count}`, async () => {
                const found = await old(`${field}=${value}`);
                assert.equal(found.length, count);
                const column = { kind: 'kind', award: 'award-code' }[field];
                assert.ok(found.every((one) => one[column] === value));
            });
    await test('the register by method: 430 by merit, 93 on occasions', async () => {
        const merit = await old('method=cong_trang');
        assert.equal(merit.length, 430);
        assert.ok(merit.every((one) => one.method === 'cong_trang'));
        const others = [...await old('method=chuyen_de'), ...await old('method=dot_xuat')];
        assert.equal(others.length, 93);
        assert.ok(others.every((one) => one.method !== 'cong_trang'));
    });
    await test('filters go together, and the years add up', async () => {
        assert.equal((await old('kind=collective&award=GKSYT')).length, 9);
        let sum = 0;
        for (let y = 2021; y <= 2025; y++) {
            const found = await register('vanthu', `year=${y}`);
            assert.ok(found.every((one) => one.year === String(y)));
            sum += found.length;
        }
        assert.equal(sum, 523);
    });
}

const cells = (html, name) => [...html.matchAll(/<tr[^>]*>([^]*?)<\/tr>/g)].map(([, row]) => [...row.matchAll(/<td[^>]*>([^]*?)<\/td>/g)]
    .map(([, cell]) => textOf(cell).trim())).find((row) => row[1] === name)?.slice(2, 5).join(' | ');

async function cancelled() {
    const look = async () => {
        const statistics = await doc('vanthu', '/statistics?from_year=2021&to_year=2025');
        const paper = (await (await as('vanthu')).get('/statistics/paper/bang-21-cot?from_year=2021&to_year=2025')).text;
        const khen = elements(statistics, 'award-count').find((one) => one['award-code'] === 'GKSYT');
        return {
            award: pick(khen, 'individuals', 'collectives'),
            total: elements(statistics, 'year').reduce((sum, one) => sum + Number(one.individuals) + Number(one.collectives), 0),
            row: cells(paper, 'Giấy khen của Giám đốc Sở Y tế'), all: cells(paper, 'Tổng cộng'),
        };
    };
    await test('all awards of five years', async () => {
        assert.deepEqual(await look(), { award: { individuals: '234', collectives: '9' }, total: 523, row: '243 | 234 | 96,30', all: '523 | 382 | 73,04' });
    });
    await test('one of them cancelled: not counted in any figure, still in the register', async () => {
        const id = await db.value("SELECT MIN(id) FROM award WHERE award_code = 'GKSYT' AND kind = 'person' AND year BETWEEN 2021 AND 2025");
        await db.rows(`UPDATE award SET cancelled_on = '2026-02-01' WHERE id = ${id}`);
        assert.deepEqual(await look(), { award: { individuals: '233', collectives: '9' }, total: 522, row: '242 | 233 | 96,28', all: '522 | 381 | 72,99' });
        assert.ok((await register('vanthu', 'award=GKSYT')).some((one) => one.id === id && one['cancelled-on'] === '2026-02-01'));
        await db.rows(`UPDATE award SET cancelled_on = NULL WHERE id = ${id}`);
    });
}

async function audit() {
    const id = await dossiers.draft({ people: 2, title: 'Tên lúc đầu' });
    const [row, other] = elements(await dossiers.doc('cb.bvcm', id), 'nominee');
    const clerk = await as('cb.bvcm');
    const page = `/nominations/${id}/nominees/${row.id}`;
    await dossiers.must(clerk.send(page, page, { award_code: 'GKSYT', position: 'Điều dưỡng trưởng', achievement: 'Thành tích mới.', version: row.version }));
    await dossiers.must(clerk.send(`/nominations/${id}`, `/nominations/${id}/nominees/${other.id}/remove`, {}));
    const { version } = elements(await dossiers.doc('cb.bvcm', id), 'nomination')[0];
    await dossiers.must(clerk.send(`/nominations/${id}`, `/nominations/${id}`, { title: 'Tên sau này', note: '', minutes_no: '21/BB', minutes_date: today, version }));
    await dossiers.submitted(id);
    await dossiers.appraisal(id);
    await dossiers.judge('thamdinh', id, 'accepted', [row.id]);
    const xml = (await doc('thanhtra', `/audit?object=nomination&object_id=${id}`)) + (await doc('thanhtra', `/audit?object=nominee&object_id=${row.id}`));
    const kept = Object.fromEntries([...xml.matchAll(/<entry ([^>]*[^/])>([^]*?)<\/entry>/g)].map(([, tag, body]) => [/ action="([^"]*)"/.exec(tag)[1],
        ['before', 'after'].map((name) => unescape(new RegExp(`<${name}>([^<]*)<`).exec(body)?.[1] ?? ''))]));
    const award = 'Danh hiệu, hình thức: Giấy khen của Giám đốc Sở Y tế';
    const achievement = `Thành tích: ${await db.value(`SELECT achievement FROM nominee WHERE id = (SELECT MIN(id) FROM nominee WHERE award_code = 'GKSYT')`)}`;
    const whole = (one) => `Họ tên, tên tập thể: ${one.name}; Chức vụ: ${one.position}; Đơn vị: ${one['unit-name']}; ${award}; ${achievement}`;
    const day = today.split('-').reverse().join('/');
    const head = `Trích yếu: Tên lúc đầu; Biên bản: 21/BB-HĐTĐKT, ${day}; Ghi chú: Đã công khai tại bảng tin của bệnh viện.`;
    const expected = {
        'nomination.create': ['', 'Tên lúc đầu'], 'nomination.add': ['', whole(row)],
        'nomination.edit': [`Chức vụ: ${row.position}; ${achievement}`, 'Chức vụ: Điều dưỡng trưởng; Thành tích: Thành tích mới.'],
        'nomination.remove': [whole(other), ''], 'nomination.change': [head, `Trích yếu: Tên sau này; Biên bản: 21/BB, ${day}`],
        'nomination.submit': ['draft', 'submitted'], 'nomination.confirm': ['submitted', 'appraisal'], 'nomination.accepted': ['pending', 'accepted'],
    };
    for (const [action, [before, after]] of Object.entries(expected))
        await test(`the audit keeps what stood before and after ${action}`, () => {
            assert.deepEqual(kept[action], [before, after]);
        });
}

try {
    await badges();
    const { first } = await allotment();
    await awards(first);
    await proposedElsewhere();
    await filters();
    await cancelled();
    await audit();
} finally {
    province.stop();
}
done();
