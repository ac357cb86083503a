#!/usr/bin/env node
// The register page (30 rows, logged in, through nginx) against the floor: the same statements and the same sheet
// with nothing else. Rounds alternate, so that both meet the same machine. Prints the ratio and what a worker weighs.
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Site, build, sleep, top, until, workers } from '../it/site.mjs';

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5);
const SECONDS = Number(process.env.BENCH_SECONDS ?? 4);
const PROCESSES = 2;
const GOAL_RATIO = 0.5;
const GOAL_KB = 30 * 1024;

const site = new Site();
let floor;
try {
    execFileSync(path.join(build, 'fcgi/tdkt'), ['--config', site.confFile, 'law', 'load'], { stdio: ['ignore', 'ignore', 'inherit'] });
    site.sql(`
        INSERT INTO unit (id, code, kind, parent_id, path, sort_key, valid_from)
        SELECT seq, CONCAT('DV', seq), 'trung_tam', 1, CONCAT('/1/', seq, '/'), LPAD(seq, 5, '0'), '2000-01-01' FROM seq_3_to_60;
        INSERT INTO unit_name SELECT seq, '2000-01-01', NULL, CONCAT('Trung tâm Y tế khu vực số ', seq), CONCAT('TTYT ', seq), CONCAT('TRUNG TÂM Y TẾ KHU VỰC SỐ ', seq),
               'GIÁM ĐỐC', CONCAT('TTYT', seq), CONCAT('trung tam y te khu vuc so ', seq), CONCAT('trung tâm y tế khu vực số ', seq) FROM seq_3_to_60;
        INSERT INTO award (kind, collective_id, name, fold, lower_name, unit_id, unit_name, award_code, method, year, achievement, decision_no, decision_date, gold_no, source)
        SELECT 'collective', 2 + seq % 58, CONCAT('Khoa Khám bệnh số ', seq), CONCAT('khoa kham benh so ', seq), CONCAT('khoa khám bệnh số ', seq), 2 + seq % 58,
               CONCAT('Trung tâm Y tế khu vực số ', 2 + seq % 58), (SELECT code FROM award_type ORDER BY rank_order DESC LIMIT 1), 'cong_trang', 2021 + seq % 5,
               'Hoàn thành tốt nhiệm vụ', CONCAT(seq, '/QĐ-SYT'), '2021-01-01' + INTERVAL seq % 1800 DAY, seq, 'import' FROM seq_1_to_20000;
        ANALYZE TABLE award, unit, unit_name, award_type;`);
    site.configure({ server: { workers: PROCESSES }, log: {} });
    const service = await site.serve();
    const session = site.session('appraiser');

    const xml = await (await site.get('/awards.xml', session)).text();
    const day = /today="([0-9-]+)"/.exec(xml)[1];
    const template = path.join(site.folder, 'register.xml');
    writeFileSync(template, xml.replace(/<award .*?(\/>|<\/award>)/g, '')
        .replace(/(<choices for="(?:award|unit)">).*?<\/choices>/gs, '$1</choices>'));
    const floorSocket = path.join(site.folder, 'floor.sock');
    floor = spawn(path.join(build, 'tests/bench/floor'), [floorSocket, PROCESSES, template, path.join(top, 'xslt/page/site.xsl'),
        site.mariadb.MARIADB_SOCKET, site.mariadb.MARIADB_APP, site.mariadb.MARIADB_APP_PASSWORD_FILE, day], { stdio: 'inherit', detached: true });
    await sleep(500);
    const floorUrl = await site.alsoServe('floor', floorSocket);

    const served = await (await site.get('/awards', session)).text();
    const bare = await (await fetch(`${floorUrl}/awards`)).text();
    const rows = (html) => (html.match(/<tr/g) ?? []).length;
    if (rows(served) !== rows(bare) || Math.abs(served.length - bare.length) > 2000)
        throw new Error(`not the same page: ${rows(served)} rows of ${served.length} bytes, ${rows(bare)} of ${bare.length}`);
    console.log(`page: ${rows(served)} table rows, ${served.length} characters; floor ${bare.length}`);

    const load = (url, cookie) => {
        const out = execFileSync('ab', ['-q', '-k', '-c', '4', '-t', String(SECONDS), '-n', '1000000', ...(cookie ? ['-H', `Cookie: ${cookie}`] : []),
            `${url}/awards`], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
        if (/Non-2xx responses/.test(out)) throw new Error(`answers other than 200: ${out}`);
        return Number(/Requests per second: +([0-9.]+)/.exec(out)[1]);
    };
    // Processor time of some processes, in milliseconds: what a busy machine does not change.
    const spent = (pids) => pids.reduce((sum, pid) => {
        const stat = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /, '').split(' ');
        return sum + (Number(stat[11]) + Number(stat[12])) * 10;
    }, 0);
    const floorPids = workers({ child: floor });
    const servicePids = workers(service);
    const databasePid = [Number(readFileSync(path.join(site.folder, 'mariadb.pid'), 'utf8'))];
    const round = (url, pids, cookie) => {
        const [own, database] = [spent(pids), spent(databasePid)];
        const rate = load(url, cookie);
        return { rate, own: (spent(pids) - own) / (rate * SECONDS), database: (spent(databasePid) - database) / (rate * SECONDS) };
    };
    const say = ({ rate, own, database }) => `${rate.toFixed(0)}/s (${own.toFixed(2)} ms, database ${database.toFixed(2)} ms)`;
    load(floorUrl);
    load(site.url, session.cookie);
    const ratios = [];
    const costs = [];
    for (let i = 1; i <= ROUNDS; i++) {
        const a = round(floorUrl, floorPids);
        const b = round(site.url, servicePids, session.cookie);
        ratios.push(b.rate / a.rate);
        costs.push((a.own + a.database) / (b.own + b.database));
        console.log(`round ${i}: floor ${say(a)}, tdktd ${say(b)}, ratio ${(b.rate / a.rate).toFixed(2)}`);
    }
    const median = (list) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)];
    const ratio = median(ratios);
    const cost = median(costs);
    const weights = workers(service).map((pid) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]));
    const weight = Math.max(...weights);
    console.log(`ratio (median of ${ROUNDS}): ${ratio.toFixed(2)}, goal ${GOAL_RATIO} or more`);
    console.log(`ratio of processor time, workers and database: ${cost.toFixed(2)}, goal ${GOAL_RATIO} or more`);
    console.log(`worker: ${(weight / 1024).toFixed(1)} MB, goal under ${GOAL_KB / 1024} MB`);
    process.exitCode = ratio >= GOAL_RATIO && cost >= GOAL_RATIO && weight < GOAL_KB ? 0 : 1;
} finally {
    if (floor) process.kill(-floor.pid, 'SIGTERM');
    await site.stop();
}
