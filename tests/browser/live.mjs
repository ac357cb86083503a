// A running site (TDKT_URL) as people really treat it: without scripts, with a line that breaks, going back, clicking twice, staying
// away until the session is over; and every screen of a dossier on its way.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { LAPTOP, PHONE, barriers, open, overflow, test } from './browser.mjs';

const { TDKT_URL: base, TDKT_PASSWORD: password, TDKT_FOLDER: folder } = process.env;
const title = `Hồ sơ thử trình duyệt ${Date.now()}`;
const achievement = 'Cấp cứu thành công 14 người bệnh trong vụ tai nạn ngày 12/10/2026, "không ai" tử vong.';

async function login(page, name) {
    await page.goto(`${base}/login`);
    await page.getByLabel('Tên đăng nhập').fill(name);
    await page.getByLabel('Mật khẩu').fill(password);
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
    await page.waitForURL((url) => url.pathname !== '/login');
}

async function as(browser, name, work, options = {}) {
    const { context, page } = await open(browser, options.viewport ?? LAPTOP, options);
    try {
        await login(page, name);
        return await work(page);
    } finally {
        await context.close();
    }
}

const press = async (page, name) => {
    await page.getByRole('button', { name, exact: true }).first().click();
    await page.waitForLoadState();
    const refused = page.locator('.refusal');
    if (await refused.count()) throw new Error(await refused.first().innerText());
};

// The session of a page as it is when its hours are over: in the copy's own database, with its owner's account.
async function runOut(page) {
    const token = (await page.context().cookies()).find(({ name }) => name === 'tdkt').value;
    const digest = createHash('sha256').update(token).digest('hex');
    const db = Object.fromEntries(readFileSync(`${folder}/mariadb.env`, 'utf8').trim().split('\n').map((line) => /([^=]*)=(.*)/.exec(line).slice(1)));
    execFileSync('mariadb', ['--no-defaults', `--socket=${db.MARIADB_SOCKET}`, `--user=${db.MARIADB_OWNER}`,
        `--password=${readFileSync(db.MARIADB_OWNER_PASSWORD_FILE, 'utf8').trim()}`, db.MARIADB_NAME,
        '-e', `UPDATE session SET expires_at = UTC_TIMESTAMP() - INTERVAL 1 MINUTE WHERE token_hash = '${digest}'`]);
}

const document = (page, address) => page.request.get(`${base}${address}.xml`).then((answer) => answer.text());

// Staff numbers of the clerk's own people whom no other test nominates.
async function staff(page) {
    const unit = / unit-id="(\d+)"/.exec(await document(page, '/'))[1];
    const list = await page.request.get(`${base}/people.xml?unit=${unit}`).then((answer) => answer.text());
    return [...list.matchAll(/staff-no="([^"]*)"/g)].map(([, number]) => number).slice(34, 44);
}

async function add(page, who) {
    const box = page.locator('#add');
    if (!(await box.evaluate((e) => e.open))) await box.locator('summary').click();
    await page.getByLabel('Họ tên, mã nhân viên hoặc tên tập thể').fill(who);
    await box.getByLabel('Danh hiệu, hình thức').selectOption('GKSYT');
    await box.getByLabel('Tóm tắt thành tích').fill(achievement);
}

async function begin(page) {
    await page.goto(`${base}/nominations/new`);
    await page.getByLabel('Trích yếu').fill(title);
    await page.getByLabel('Loại hình').selectOption('dot_xuat');
    await page.getByLabel('Cấp quyết định').selectOption('giam_doc_so');
    await page.getByLabel('Số biên bản bình xét').fill('31/BB-BVCM');
    await page.getByLabel('Ngày họp bình xét').fill('02/01/2026');
    await press(page, 'Lập hồ sơ');
    return new URL(page.url()).pathname;
}

// The whole way of a dossier with scripts switched off.
async function withoutScripts(browser) {
    const off = { javaScriptEnabled: false };
    let address;
    await test('without scripts: a dossier is opened, filled in by hand and submitted', () => as(browser, 'cb.bvcm', async (page) => {
        const [one, two] = await staff(page);
        address = await begin(page);
        for (const who of [one, two]) {
            await page.goto(base + address);
            const box = page.locator('#add');
            if (!(await box.getByLabel('Tóm tắt thành tích').isVisible())) await box.locator('summary').click();
            await page.getByLabel('Họ tên, mã nhân viên hoặc tên tập thể').fill(who);
            await box.getByLabel('Danh hiệu, hình thức').selectOption('GKSYT');
            await box.getByLabel('Tóm tắt thành tích').fill(achievement);
            await press(page, 'Thêm vào danh sách');
        }
        await press(page, 'Gửi thủ trưởng');
    }, off));
    const step = (who, action, fill = async () => {}) => as(browser, who, async (page) => {
        await page.goto(`${base}${address}/act/${action}`);
        await fill(page);
        await page.locator('main form button.likely').click();
        if (await page.locator('.refusal').count()) return page.locator('.refusal').first().innerText();
    }, off);
    await test('without scripts: the head signs', () => step('gd.bvcm', 'confirm'));
    await test('without scripts: rows are appraised and sent on', () => as(browser, 'thamdinh', async (page) => {
        await page.goto(base + address);
        for (const box of await page.locator('input[name=row][type=checkbox]').all()) await box.check();
        await press(page, 'Đạt thẩm định');
        await press(page, 'Chuyển Hội đồng');
    }, off));
    await test('without scripts: the votes are entered', () => step('thuky', 'record', async (page) => {
        await page.getByLabel('Số biên bản').fill('32/BB-HĐTĐKT');
        await page.getByLabel('Có mặt').fill('12');
        for (const box of await page.getByLabel(/^Phiếu thuận/).all()) await box.fill('12');
        for (const box of await page.getByLabel(/^Phiếu không thuận/).all()) await box.fill('0');
    }));
    await test('without scripts: the Director decides', () => step('giamdoc', 'decide'));
    await test('without scripts: the decision is numbered', () => step('vanthu', 'issue'));
    await test('without scripts: and on screen as it prints', () => as(browser, 'vanthu', async (page) => {
        const answer = await page.goto(`${base}${address}/paper/quyet-dinh`);
        return answer.status() === 200 && /QUYẾT ĐỊNH/.test(await page.locator('body').innerText()) ? '' : `status ${answer.status()}`;
    }, off));
}

const rows = async (page, address) => (await document(page, address)).match(/<nominee /g)?.length ?? 0;
const same = (found, wanted, what) => (found === wanted ? '' : `${what}: found ${JSON.stringify(found)}, wanted ${JSON.stringify(wanted)}`);

// Lines break, fingers slip, people go home.
async function mishaps(browser) {
    return as(browser, 'cb.bvcm', async (page) => {
        const [, , one, two, three] = await staff(page);
        const address = await begin(page);
        await test('the line breaks after the post was sent: sent again, it is done once', async () => {
            await add(page, one);
            await page.route(`**${address}/nominees`, async (route) => {
                await route.fetch({ maxRedirects: 0 }); // it arrives, the answer is lost
                await route.abort('connectionreset');
            }, { times: 1 });
            await page.getByRole('button', { name: 'Thêm vào danh sách' }).click();
            await page.waitForURL((url) => url.protocol === 'chrome-error:' || url.pathname.endsWith('/nominees')).catch(() => {});
            await page.reload().catch(() => {}); // sends the post once more
            await page.waitForLoadState();
            return same(new URL(page.url()).pathname, address, 'address') || same(await rows(page, address), 1, 'rows');
        });
        await test('back, and the same form once more: done once, and said so', async () => {
            await page.goto(base + address);
            await add(page, two);
            await press(page, 'Thêm vào danh sách');
            await page.goBack();
            await page.waitForLoadState();
            await add(page, two);
            await page.getByRole('button', { name: 'Thêm vào danh sách' }).click();
            await page.waitForLoadState();
            return same(await rows(page, address), 2, 'rows');
        });
        await test('a button that is clicked twice acts once', async () => {
            await page.goto(base + address);
            await add(page, three);
            await page.getByRole('button', { name: 'Thêm vào danh sách' }).dblclick();
            await page.waitForLoadState();
            await page.waitForTimeout(300);
            return same(await rows(page, address), 3, 'rows');
        });
        await test('the session ends in the middle of a long form: after login it is all there', async () => {
            await page.goto(base + address);
            await page.locator('table.list#list tbody a').first().click();
            await page.waitForLoadState();
            const own = new URL(page.url()).pathname;
            const text = `${achievement} ${'Đã tập huấn cho 120 lượt người. '.repeat(40)}`.trim();
            await page.getByLabel('Tóm tắt thành tích').fill(text);
            await runOut(page);
            await page.getByRole('button', { name: 'Lưu', exact: true }).click();
            await page.waitForLoadState();
            await page.getByLabel('Tên đăng nhập').fill('cb.bvcm');
            await page.getByLabel('Mật khẩu').fill(password);
            await page.getByRole('button', { name: 'Đăng nhập' }).click();
            await page.waitForLoadState();
            const kept = await page.getByLabel('Tóm tắt thành tích').inputValue();
            if (kept !== text) return same(kept.slice(0, 60), text.slice(0, 60), 'text');
            await page.getByRole('button', { name: 'Lưu', exact: true }).click();
            await page.waitForLoadState();
            return (await document(page, own)).includes('120 lượt') ? '' : 'not saved';
        });
        return address;
    });
}

// Every screen a dossier passes on its way, on a phone and on a laptop.
async function screens(browser, address) {
    const look = async (page, where) => {
        await page.goto(base + where);
        const found = [];
        for (const viewport of [PHONE, LAPTOP]) {
            await page.setViewportSize(viewport);
            found.push(...await barriers(page), await overflow(page));
        }
        return found.filter(Boolean).map((wrong) => `${where}: ${wrong}`);
    };
    const step = (who, action, fill = async () => {}) => test(`the screen of ${action}`, () => as(browser, who, async (page) => {
        const where = `${address}/act/${action}`;
        const found = await look(page, where);
        await fill(page);
        await page.locator('main form button.likely').click();
        await page.waitForLoadState();
        if (await page.locator('.refusal').count()) found.push(await page.locator('.refusal').first().innerText());
        return found;
    }));
    await test('the screens of a draft', () => as(browser, 'cb.bvcm', async (page) => {
        const found = [...await look(page, '/nominations/new'), ...await look(page, `${address}/import`)];
        found.push(...await look(page, address));
        const row = await page.locator('table.list#list tbody a').first().getAttribute('href');
        found.push(...await look(page, row));
        await page.goto(base + address);
        await press(page, 'Gửi thủ trưởng');
        return found;
    }));
    await step('gd.bvcm', 'confirm');
    await test('the screens of the appraisal', () => as(browser, 'thamdinh', async (page) => {
        const found = [...await look(page, address), ...await look(page, `${address}/act/return`)];
        await page.goto(base + address);
        await page.locator('input[name=row][type=checkbox]').first().check();
        await page.locator('.selection').getByRole('button', { name: 'Trả lại để sửa' }).click();
        await page.waitForLoadState();
        found.push(...await barriers(page), await overflow(page));
        await page.goto(base + address);
        for (const box of await page.locator('input[name=row][type=checkbox]').all()) await box.check();
        await page.locator('.selection').getByRole('button', { name: 'Đạt thẩm định' }).click();
        await page.waitForLoadState();
        await press(page, 'Chuyển Hội đồng');
        return found.filter(Boolean);
    }));
    await step('thuky', 'record', async (page) => {
        await page.getByLabel('Số biên bản').fill('33/BB-HĐTĐKT');
        await page.getByLabel('Có mặt').fill('12');
        for (const box of await page.getByLabel(/^Phiếu thuận/).all()) await box.fill('12');
        for (const box of await page.getByLabel(/^Phiếu không thuận/).all()) await box.fill('0');
    });
    await step('giamdoc', 'decide');
    await step('vanthu', 'issue');
    await test('the screens of an issued decision', () => as(browser, 'ketoan', async (page) => {
        await page.goto(`${base}/decisions`);
        const first = await page.locator('table.list tbody a[href^="/decisions/"]').first().getAttribute('href');
        return look(page, first);
    }));
}

export async function live(browser) {
    if (!base) return;
    await withoutScripts(browser);
    await screens(browser, await mishaps(browser));
}
