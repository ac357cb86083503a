// Every sample document as its page, served with the content policy of the program.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { LAPTOP, NARROW, PAGE_MAX, PHONE, TABLET, barriers, open, overflow, rowsVisible, test, top } from './browser.mjs';

const data = path.join(top, 'tests/data/page');
const POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; form-action 'self'; frame-ancestors 'self'";
const TYPES = { '.css': 'text/css', '.js': 'application/javascript', '.svg': 'image/svg+xml' };

function render(sample) {
    return execFileSync('xsltproc', ['--nonet', path.join(top, 'xslt/page/site.xsl'), path.join(data, `${sample}.xml`)]);
}

export const samples = readdirSync(data).filter((name) => name.endsWith('.xml')).map((name) => name.slice(0, -4)).sort();

// Answers /SAMPLE as a page and /asset/FILE; a form that is sent gets its own fields back.
export async function serve() {
    const pages = new Map(samples.map((sample) => [`/${sample}`, render(sample)]));
    const server = http.createServer((request, response) => {
        const { pathname } = new URL(request.url, 'http://localhost');
        const asset = pathname.startsWith('/asset/') && path.join(top, 'xslt', path.normalize(pathname));
        if (asset && TYPES[path.extname(asset)]) {
            response.writeHead(200, { 'Content-Type': TYPES[path.extname(asset)] });
            response.end(readFileSync(asset));
        } else if (pages.has(pathname)) {
            response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': POLICY });
            response.end(pages.get(pathname));
        } else {
            response.writeHead(404).end();
        }
    });
    await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
    return { url: `http://127.0.0.1:${server.address().port}`, pages, close: () => server.close() };
}

async function every(browser, site, viewport) {
    const { context, page, said } = await open(browser, viewport);
    for (const sample of samples) {
        await page.goto(`${site.url}/${sample}`);
        const where = `${sample} at ${viewport.width}`;
        await test(`${where}: nothing serious found by axe`, () => barriers(page));
        await test(`${where}: not wider than the window`, () => overflow(page));
        await test(`${where}: Enter in a field sends the form, not to another part of its list or another day`, () => page.evaluate(() => [...document.forms]
            .map((form) => [form.querySelector('button'), form.querySelector('.button.likely')])
            .filter(([first, own]) => first && own && first !== own && first.textContent !== own.textContent && (first.closest('.pager, .parts') || first.formNoValidate))
            .map(([first]) => first.textContent)));
        await test(`${where}: no script or style refused`, () => said.splice(0));
    }
    await context.close();
}

const ROWS = { awards: 25, people: 25, nominations: 25, decisions: 25, units: 25 };

export async function looks(browser, site) {
    await Promise.all([LAPTOP, PHONE, NARROW].map((viewport) => every(browser, site, viewport)));
    const { context, page } = await open(browser, LAPTOP);
    for (const [sample, rows] of Object.entries(ROWS)) {
        await page.goto(`${site.url}/${sample}`);
        await test(`${sample}: ${rows} rows visible on a laptop`, async () => {
            const seen = await rowsVisible(page);
            return seen >= rows ? '' : `only ${seen}`;
        });
    }
    // An office prints its register: nothing of a line is cut, on the screen or on A4 (718 px between the margins).
    for (const [media, width] of [['screen', LAPTOP.width], ['print', 718]]) {
        await page.emulateMedia({ media });
        await page.setViewportSize({ width, height: LAPTOP.height });
        await page.goto(`${site.url}/numbers`);
        await test(`the number book is whole, ${media}`, () => page.evaluate(() => [...document.querySelectorAll('.list td, .list th')]
            .filter((cell) => cell.scrollWidth > cell.clientWidth + 1 || cell.clientWidth < 60).map((cell) => cell.textContent.trim())));
    }
    // Whoever reads the audit sees what was done to what, before and after, on any screen: nothing is left out, cut or squeezed.
    await page.emulateMedia({ media: 'screen' });
    for (const width of [NARROW.width, PHONE.width, 701, TABLET.width, 1024, 1440]) {
        await page.setViewportSize({ width, height: LAPTOP.height });
        await page.goto(`${site.url}/audit`);
        await test(`the audit can be read at ${width}`, async () => [await overflow(page), ...await page.evaluate(() => [...document.querySelectorAll('.list td')]
            .filter((cell) => cell.textContent.trim() && (cell.clientWidth < 60 || cell.scrollWidth > cell.clientWidth + 1 || cell.scrollHeight > cell.clientHeight + 1))
            .map((cell) => cell.textContent.trim()))].filter(Boolean));
    }
    await context.close();
    for (const [address, body] of site.pages) {
        await test(`${address.slice(1)}: under 100 kB`, () => (body.length < PAGE_MAX ? '' : `${body.length} bytes`));
    }
}
