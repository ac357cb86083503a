// The demonstration province for tests: its own copy (conf/local/province.sh), and people who have logged in.
import { createHash } from 'node:crypto';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Visitor } from '../../tour/client.mjs';
import { build, sleep, top } from '../site.mjs';
import { Database } from './database.mjs';

const script = (...args) => execFileSync(path.join(top, 'conf/local/province.sh'), args, { stdio: ['ignore', 'ignore', 'inherit'] });

export class Province {
    // The one that runs already, when TDKT_URL names it; else a new one, for this test only.
    constructor() {
        if (process.env.TDKT_URL) {
            this.url = process.env.TDKT_URL;
            this.password = process.env.TDKT_PASSWORD;
            this.folder = process.env.TDKT_FOLDER;
        } else {
            execFileSync(path.join(top, 'conf/local/slapd.sh'), ['fetch'], { stdio: ['ignore', 'ignore', 'inherit'] });
            this.own = mkdtempSync(path.join(tmpdir(), 'live-'));
            script('start', this.own, build);
            const env = readFileSync(path.join(this.own, 'env'), 'utf8');
            const value = (name) => new RegExp(`^${name}=(.*)$`, 'm').exec(env)[1];
            this.url = value('TDKT_URL');
            this.password = value('TDKT_PASSWORD');
            this.folder = value('TDKT_FOLDER');
        }
        this.known = new Map();
    }

    async person(login) {
        if (!this.known.has(login)) {
            const visitor = new Visitor(this.url);
            let answer = await visitor.login(login, this.password);
            // A busy machine's directory may answer too late; people are told to try again, too.
            for (let tries = 0; answer.status === 503 && tries < 5; tries++) {
                await sleep(2000);
                answer = await visitor.login(login, this.password);
            }
            if (answer.status !== 303) throw new Error(`${login} cannot log in: ${answer.status}`);
            this.known.set(login, visitor);
        }
        return this.known.get(login);
    }

    // Its records, read and set behind the program's back.
    get database() {
        this.client ??= new Database(this.folder);
        return this.client;
    }

    // The visitor's session runs out, as it does over night; nobody else's.
    expire(visitor) {
        const digests = [...visitor.jar.values()].map((token) => `'${createHash('sha256').update(token).digest('hex')}'`);
        return this.database.rows(`UPDATE session SET expires_at = UTC_TIMESTAMP() - INTERVAL 1 MINUTE WHERE token_hash IN (${digests})`);
    }

    // The administrator's command on it: {code, text}.
    tdkt(...args) {
        const run = spawnSync(path.join(build, 'fcgi/tdkt'), ['--config', path.join(this.folder, 'tdkt.conf'), ...args], { encoding: 'utf8' });
        return { code: run.status, text: run.stdout + run.stderr };
    }

    stop() {
        this.client?.stop();
        if (!this.own) return;
        script('stop', this.own);
        rmSync(this.own, { recursive: true, force: true });
    }
}
