// Every role on a running site (TDKT_URL): logs in by hand, walks through its navigation and one step deeper.  Each page is held to the
// same as the samples, and its document to its schema.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { LAPTOP, PAGE_MAX, PHONE, TABLET, barriers, open, overflow, test, top } from './browser.mjs';

const { TDKT_URL: base, TDKT_PASSWORD: password } = process.env;

// Logins of the demonstration: one of every role.
function accounts() {
    const seen = new Set();
    return readFileSync(path.join(top, 'conf/sample/accounts.csv'), 'utf8').trim().split('\n').slice(1)
        .map((line) => line.split(','))
        .map((cells) => ({ login: cells[0], role: cells[7] || 'staff' }))
        .filter(({ role }) => !seen.has(role) && seen.add(role));
}

async function login(page, name) {
    await page.goto(`${base}/login`);
    await page.getByLabel('Tên đăng nhập').fill(name);
    await page.getByLabel('Mật khẩu').fill(password);
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
    await page.waitForURL((url) => url.pathname !== '/login');
}

// The navigation, and the first link of each list behind it.
async function addresses(page) {
    const own = (selector) => page.locator(selector).evaluateAll((links) => links.map((a) => a.getAttribute('href')));
    const found = new Set(await own('.nav a'));
    for (const address of [...found]) {
        await page.goto(base + address);
        const [first] = await own('table.list tbody a');
        if (first) found.add(first);
    }
    return [...found];
}

async function document_of(page, address, folder) {
    const { pathname, search } = new URL(base + address);
    const answer = await page.request.get(`${base}${pathname}.xml${search}`);
    if (!answer.ok()) return `${answer.status()} for the document`;
    const file = path.join(folder, 'page.xml');
    writeFileSync(file, await answer.body());
    try {
        execFileSync('xmllint', ['--nonet', '--noout', '--relaxng', path.join(top, 'conf/schema/page.rng'), file], { stdio: 'pipe' });
        return '';
    } catch (error) {
        return String(error.stderr).split('\n').slice(0, 4);
    }
}

async function walk(browser, { login: name, role }, folder) {
    const { context, page, said } = await open(browser, LAPTOP);
    await test(`${role}: logs in`, () => login(page, name));
    for (const address of await addresses(page)) {
        const answer = await page.goto(base + address);
        const where = `${role} ${address}`;
        await test(`${where}: answered`, () => (answer.status() === 200 ? '' : `status ${answer.status()}`));
        await test(`${where}: the document is valid`, () => document_of(page, address, folder));
        await test(`${where}: nothing serious found by axe`, () => barriers(page));
        await test(`${where}: no script or style refused`, () => said.splice(0));
        await test(`${where}: under 100 kB`, async () => ((await answer.body()).length < PAGE_MAX ? '' : 'too heavy'));
        await page.setViewportSize(PHONE);
        await test(`${where}: not wider than a phone`, () => overflow(page));
        if (address.startsWith('/audit')) {
            await page.setViewportSize(TABLET);
            await test(`${where}: not wider than a tablet`, () => overflow(page));
        }
        await page.setViewportSize(LAPTOP);
    }
    await context.close();
}

export async function roles(browser) {
    if (!base) return;
    const folder = mkdtempSync(path.join(tmpdir(), 'tdkt-browser-'));
    try {
        for (const account of accounts()) await walk(browser, account, folder);
    } finally {
        rmSync(folder, { recursive: true });
    }
}
