// The main job with a mouse, on a running site: 12 people from a list, approved by everybody, the decision on screen to be printed.
// Typing and choosing a file are not clicks; every button and link is.
import { LAPTOP, open, test } from './browser.mjs';

const { TDKT_URL: base, TDKT_PASSWORD: password } = process.env;
const CLICKS_MAX = 15;

let clicks = 0;

async function click(page, name, role = 'button') {
    clicks++;
    await page.getByRole(role, { name }).first().click();
    await page.waitForLoadState();
    const refused = await page.locator('.refusal h2').first().textContent({ timeout: 50 }).catch(() => '');
    if (refused) throw new Error(`${name}: ${refused} ${await page.locator('.refusal').first().textContent()}`);
}

async function as(browser, login, work) {
    const { context, page } = await open(browser, LAPTOP);
    await page.goto(`${base}/login`);
    await page.getByLabel('Tên đăng nhập').fill(login);
    await page.getByLabel('Mật khẩu').fill(password);
    await page.getByLabel('Mật khẩu').press('Enter');
    await page.waitForURL((url) => url.pathname === '/');
    const result = await work(page);
    await context.close();
    return result;
}

const cell = (text) => `"${text}"`;

// Twelve of the clerk's own people, as a file.
async function list(page) {
    const unit = await page.request.get(`${base}/.xml`).then((answer) => answer.text());
    const people = await page.request.get(`${base}/people.xml?unit=${/ unit-id="(\d+)"/.exec(unit)[1]}`).then((answer) => answer.text());
    const rows = [...people.matchAll(/<person [^>]*staff-no="([^"]*)" full-name="([^"]*)"/g)].slice(20, 32)
        .map(([, number, name]) => ['Cá nhân', number, name, 'GKSYT', 'Hoàn thành tốt nhiệm vụ, không có phản ánh của người bệnh.']);
    rows.unshift(['Đối tượng', 'Mã nhân viên', 'Họ và tên hoặc tên tập thể', 'Danh hiệu, hình thức đề nghị', 'Thành tích']);
    return { name: 'danh-sach.csv', mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}`) };
}

const title = `Khen thưởng thử chuột ${Date.now()}`;

async function nominate(page) {
    const file = await list(page);
    await click(page, 'Lập hồ sơ đề nghị', 'link');
    await page.getByLabel('Trích yếu').fill(title);
    await page.getByLabel('Loại hình').selectOption('dot_xuat');
    await page.getByLabel('Số biên bản bình xét').fill('21/BB-BVCM');
    await page.getByLabel('Ngày họp bình xét').fill('02/01/2026');
    await click(page, 'Lập hồ sơ');
    await page.locator('#f-list').setInputFiles(file);
    await click(page, 'Đọc thử danh sách');
    await click(page, 'Nhập và gửi thủ trưởng');
}

// The dossier among others that wait.
const row = (page) => page.locator('table.list tr', { hasText: title });

async function fromList(page, name) {
    clicks++;
    await row(page).getByRole('link', { name }).last().click();
    await page.waitForLoadState();
}

async function vote(page) {
    await fromList(page, 'Ghi kết quả Hội đồng');
    await page.getByLabel('Số biên bản').fill('22/BB-HĐTĐKT');
    await page.getByLabel('Có mặt').fill('11');
    for (const box of await page.getByLabel(/^Phiếu thuận/).all()) await box.fill('11');
    for (const box of await page.getByLabel(/^Phiếu không thuận/).all()) await box.fill('0');
    await click(page, 'Ghi kết quả Hội đồng');
}

export async function mainJob(browser) {
    if (!base) return;
    await test('12 people are nominated from a list', () => as(browser, 'cb.bvcm', nominate));
    await test('the head of the unit signs', () => as(browser, 'gd.bvcm', async (page) => {
        await fromList(page, 'Ký duyệt và gửi Sở');
        await click(page, 'Ký duyệt và gửi Sở');
    }));
    await test('the standing office appraises and sends on', () => as(browser, 'thamdinh', async (page) => {
        await fromList(page, 'Mở');
        await click(page, /^Đạt cả 12 dòng và chuyển/);
    }));
    await test('the council\'s counts are entered', () => as(browser, 'thuky', vote));
    await test('the Director decides', () => as(browser, 'giamdoc', async (page) => {
        await fromList(page, 'Ký quyết định');
        await click(page, 'Ký quyết định');
    }));
    await test('the decision is numbered and on screen as it prints', () => as(browser, 'vanthu', async (page) => {
        await fromList(page, 'Vào sổ, ban hành');
        await click(page, 'Vào sổ, ban hành');
        await click(page, 'Quyết định khen thưởng', 'link');
        return (await page.locator('body.paper').count()) === 1 ? '' : `at ${page.url()}`;
    }));
    console.log(`# ${clicks} clicks`);
    await test(`at most ${CLICKS_MAX} clicks in all`, () => (clicks <= CLICKS_MAX ? '' : `${clicks} clicks`));
}
