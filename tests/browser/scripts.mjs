// What the one script makes quicker, and that nothing needs it.
import { LAPTOP, open, test } from './browser.mjs';

const same = (found, wanted) => (found === wanted ? '' : `found ${JSON.stringify(found)}, wanted ${JSON.stringify(wanted)}`);

async function keyboard(page, url) {
    await page.goto(`${url}/awards`);
    await test('"/" goes to the search field', async () => {
        await page.keyboard.press('/');
        return same(await page.evaluate(() => document.activeElement.id), 'find');
    });
    await page.goto(`${url}/awards`);
    await test('the first stop of the tab key leads past the bar', async () => {
        await page.keyboard.press('Tab');
        const box = await page.locator(':focus').boundingBox();
        return same(await page.evaluate(() => document.activeElement.className), 'skip') || (box.x >= 0 ? '' : 'not visible');
    });
    await test('what has the focus is outlined', async () => {
        await page.locator('table.list a').first().focus();
        return (await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle)) === 'none' ? 'no outline' : '';
    });
}

async function ticking(page, url) {
    await page.goto(`${url}/nomination`);
    await test('one tick takes all rows, and the bar says how many', async () => {
        await page.getByLabel('Chọn tất cả').check();
        const n = await page.locator('input[name=row]:checked').count();
        const words = await page.locator('[data-count]').textContent();
        return same(n, 14) || same(words, 'Đã chọn 14/14 dòng:');
    });
    await test('Shift takes a range', async () => {
        await page.getByLabel('Chọn tất cả').uncheck();
        const boxes = page.locator('form.rows tbody input[name=row]');
        await boxes.nth(2).click();
        await boxes.nth(6).click({ modifiers: ['Shift'] });
        return same(await page.locator('tbody input[name=row]:checked').count(), 5);
    });
}

async function typing(page, url) {
    await page.goto(`${url}/nominee`);
    await test('what was typed and not saved is offered again', async () => {
        await page.getByLabel('Tóm tắt thành tích').fill('Cứu sống 12 ca nặng');
        await page.reload();
        await page.getByRole('button', { name: 'Lấy lại' }).click();
        return same(await page.getByLabel('Tóm tắt thành tích').inputValue(), 'Cứu sống 12 ca nặng');
    });
    await page.goto(`${url}/nomination-draft`);
    await test('a row copied from a spreadsheet fills the fields', async () => {
        await page.locator('#add').evaluate((box) => { box.open = true; });
        await page.locator('#f-name').focus();
        await page.evaluate(() => {
            const clip = new DataTransfer();
            clip.setData('text', 'CM01233\tLao động tiên tiến\tĐiều trị tốt\n');
            document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: clip, bubbles: true, cancelable: true }));
        });
        return same(await page.locator('#f-name').inputValue(), 'CM01233') ||
            same(await page.locator('#f-award_code').inputValue(), 'LDTT') ||
            same(await page.locator('#add textarea').inputValue(), 'Điều trị tốt');
    });
}

async function without(browser, url) {
    const { context, page } = await open(browser, LAPTOP, { javaScriptEnabled: false });
    await page.goto(`${url}/nomination`);
    await test('without scripts: rows are ticked and judged by buttons of the form', async () => {
        await page.locator('input[name=row][type=checkbox]').first().check();
        const form = page.locator('form.rows');
        return same(await form.getAttribute('method'), 'post') ||
            same(await form.locator('button[name=outcome]').count(), 3);
    });
    await test('without scripts: the role is changed from the bar', async () => {
        await page.locator('details.who summary').click();
        return (await page.getByRole('button', { name: /^Chuyển sang/ }).isVisible()) ? '' : 'no button to change the role';
    });
    await page.goto(`${url}/awards`);
    await test('without scripts: a filter is applied by its button', async () => {
        await page.locator('#q-year').selectOption('2024');
        const [request] = await Promise.all([page.waitForRequest(/awards\?/), page.getByRole('button', { name: 'Lọc' }).click()]);
        return new URL(request.url()).searchParams.get('year') === '2024' ? '' : request.url();
    });
    await context.close();
}

export async function quicker(browser, site) {
    const { context, page } = await open(browser, LAPTOP);
    await keyboard(page, site.url);
    await ticking(page, site.url);
    await typing(page, site.url);
    await context.close();
    await without(browser, site.url);
}
