// Chromium of the system, and what every page is held to.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const require = createRequire(import.meta.url);
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

export const top = process.env.TDKT_TOP ?? path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

// A phone of a leader, and the laptop that 25 rows are promised for.
export const PHONE = { width: 390, height: 844 };
export const NARROW = { width: 320, height: 640 };
export const TABLET = { width: 768, height: 1024 };
export const LAPTOP = { width: 1280, height: 900 };
export const PAGE_MAX = 100000;

const QUIET = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync'];

export function launch() {
    const root = process.getuid?.() === 0; // Chromium refuses its sandbox to root
    return chromium.launch({
        executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
        args: root ? [...QUIET, '--no-sandbox'] : QUIET,
    });
}

// What the page says on its console is kept: a refused script or style is said there.
export async function open(browser, viewport, options = {}) {
    const context = await browser.newContext({ viewport, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', ...options });
    const page = await context.newPage();
    const said = [];
    page.on('console', (message) => message.type() === 'error' && said.push(message.text()));
    page.on('pageerror', (error) => said.push(String(error)));
    return { context, page, said };
}

// Findings of axe-core that somebody could not get past.
export async function barriers(page) {
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
    return violations
        .filter((v) => v.impact === 'serious' || v.impact === 'critical')
        .map((v) => `${v.id}: ${v.nodes.length} × ${v.nodes[0].html.slice(0, 120)}`);
}

// How far the page is wider than the window, and what sticks out.
export function overflow(page) {
    return page.evaluate(() => {
        const width = document.documentElement.clientWidth;
        if (document.documentElement.scrollWidth <= width) return '';
        const out = [...document.body.querySelectorAll('*')].find((e) => e.getBoundingClientRect().right > width + 1);
        return `${document.documentElement.scrollWidth} > ${width}: ${out ? out.outerHTML.slice(0, 120) : ''}`;
    });
}

// Rows of the list that are wholly inside the window.
export function rowsVisible(page) {
    return page.evaluate(() => [...document.querySelectorAll('table.list tbody tr')]
        .filter((row) => row.getBoundingClientRect().bottom <= window.innerHeight).length);
}

let ran = 0;
let failed = 0;

export async function test(name, body) {
    const n = ++ran; // several may be under way at once
    try {
        const wrong = await body();
        if (wrong?.length) throw new Error([wrong].flat().join('\n'));
        console.log(`ok ${n} - ${name}`);
    } catch (error) {
        failed++;
        console.log(`not ok ${n} - ${name}`);
        console.log(`# ${String(error.message ?? error).split('\n').slice(0, 6).join('\n# ')}`);
    }
}

export function done() {
    console.log(`1..${ran}`);
    process.exitCode = failed ? 1 : 0;
}
