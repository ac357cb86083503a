// The database of a demonstration province, asked behind the program's back: one client for the whole test.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

export class Database {
    constructor(folder) {
        this.child = spawn('mariadb', ['--no-defaults', `--socket=${path.join(folder, 'mariadb.sock')}`, '--user=tdkt_owner', '--batch', '--raw',
            '--unbuffered', '--skip-column-names', '--default-character-set=utf8mb4', 'tdkt'], {
            env: { ...process.env, MYSQL_PWD: readFileSync(path.join(folder, 'owner.password'), 'utf8').trim() },
            stdio: ['pipe', 'pipe', 'pipe'],
        });
        this.n = 0;
        this.out = '';
        this.child.stdout.setEncoding('utf8');
        this.child.stdout.on('data', (text) => {
            this.out += text;
            this.look?.();
        });
        this.said = '';
        this.child.stderr.setEncoding('utf8').on('data', (text) => { this.said += text; });
        this.child.on('exit', (code) => {
            this.ended = code;
            this.look?.();
        });
    }

    // Runs statements, one call after the other; answers the rows of what they select, each a list of texts ('NULL' for NULL).
    rows(sql) {
        const answer = (this.last ?? Promise.resolve()).then(() => this.ask(sql));
        this.last = answer.catch(() => {});
        return answer;
    }

    async ask(sql) {
        const end = `end-of-answer-${++this.n}`;
        this.out = '';
        this.child.stdin.write(`${sql};\nSELECT '${end}';\n`);
        await new Promise((done, fail) => {
            this.look = () => {
                if (this.ended !== undefined) fail(new Error(`${sql}: ${this.said}`));
                else if (this.out.endsWith(`${end}\n`)) done();
            };
            this.look();
        });
        return this.out.split('\n').slice(0, -2).map((line) => line.split('\t'));
    }

    async row(sql) {
        return (await this.rows(sql))[0];
    }

    async value(sql) {
        return (await this.row(sql))?.[0];
    }

    // What stands in these tables, in one word: equal as long as nothing changed.
    async sum(tables) {
        return (await this.rows(`CHECKSUM TABLE ${tables.join(', ')} EXTENDED`)).map((row) => row.join('=')).join(' ');
    }

    stop() {
        this.child.stdin.end();
    }
}

export const quoted = (text) => `'${String(text).replace(/\\/g, '\\\\').replace(/'/g, "''")}'`;
