import { done, launch } from './browser.mjs';
import { mainJob } from './clicks.mjs';
import { live } from './live.mjs';
import { roles } from './roles.mjs';
import { looks, serve } from './samples.mjs';
import { quicker } from './scripts.mjs';

const browser = await launch();
const site = await serve();
try {
    await looks(browser, site);
    await quicker(browser, site);
    await mainJob(browser);
    await live(browser);
    await roles(browser);
} finally {
    site.close();
    await browser.close();
}
done();
