import type { Browser, Page } from 'playwright-core';
import { launch, noChromium, pageOf, picture, violationsOf, wide } from './chromium.ts';
import { bookedAfterwards } from './late-events.ts';
import { serve, type Served } from './served.ts';

const headline = (page: Page, text: string) => page.locator('.headline-number', { hasText: text }).first().waitFor();
const everybody = (page: Page, text: string) =>
  page.locator('#conversion .share', { hasText: 'Everybody' }).filter({ hasText: text }).waitFor();
/** Asks from here, time and again: in the page itself the policy lets nothing be evaluated later on. */
const becomesTrue = async (page: Page, expression: string): Promise<void> => {
  while (!(await page.evaluate<boolean>(expression))) await page.waitForTimeout(50);
};

if (noChromium !== undefined) {
  describe('A person at the screen', () => {
    it.skip(`is followed through a browser (skipped: ${noChromium})`, () => undefined);
  });
} else {
  describe('A person at the screen', () => {
    let served: Served;
    let browser: Browser;
    let page: Page;
    beforeAll(async () => ([served, browser] = await Promise.all([serve('demo'), launch()])));
    beforeEach(async () => ({ page } = await pageOf(browser, wide)));
    afterEach(() => page.context().close());
    afterAll(() => Promise.all([browser.close(), served.close()]));

    it('moves through time with the keyboard alone, and finds the view in the address', async () => {
      await page.goto(served.url);
      await headline(page, '38.0 %');
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the figures');
      await page.getByRole('slider', { name: 'True on' }).focus();
      await page.keyboard.press('Home');
      await page.waitForURL(/valid-at=2026-01-12/);
      await page.keyboard.press('End');
      await page.waitForURL((url) => !url.searchParams.has('valid-at'));
      await page.getByRole('slider', { name: 'As known at' }).focus();
      await page.keyboard.press('ArrowLeft');
      await page.waitForURL(/known-at=7252/);
      await page.getByRole('radio', { name: 'Everything' }).focus();
      await page.keyboard.press('ArrowRight');
      await page.waitForURL(/disclosure=public/);
      await page.reload();
      await page.getByText('event 7,252 of 7,253').waitFor();
    });

    it('reaches everything there is to press with the tab key', async () => {
      await page.goto(served.url);
      await headline(page, '38.0 %');
      await page.locator('#re-referral .share').nth(4).waitFor();
      const reached = new Set<string>();
      for (let i = 0; i < 90; i++) {
        await page.keyboard.press('Tab');
        reached.add(await page.evaluate<string>("document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent"));
      }
      expect([...reached]).toEqual(
        expect.arrayContaining(['What is V?', 'Before the sheet', 'Definition', 'The exact question', 'Show the numbers as a table']),
      );
    });

    it('sees a late sheet change the past', async () => {
      await page.goto(served.url);
      await page.getByRole('button', { name: 'Before the sheet' }).click();
      await everybody(page, '75 not observed');
      await page.getByRole('button', { name: 'After the sheet' }).click();
      await everybody(page, '100 not observed');
      await page.getByRole('button', { name: 'Back to the end' }).click();
      await headline(page, '38.0 %');
    });

    it('copies the exact question, which asks the same over HTTP', async () => {
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.goto(served.url);
      await page.locator('#outcome-change').getByRole('button', { name: 'The exact question' }).click();
      await page.getByRole('button', { name: 'Copy: Over HTTP' }).click();
      await page.getByRole('button', { name: 'Copied: Over HTTP' }).waitFor();
      const line = await page.evaluate<string>('navigator.clipboard.readText()');
      const [, url = ''] = /^curl '(.+)'$/.exec(line) ?? [];
      expect(await (await fetch(url)).json()).toMatchObject({ k: 216, n: 300, median: -5 });
    });

    it('sees figures follow what is appended, and an earlier K stay as it was', async () => {
      await page.goto(served.url);
      await everybody(page, '114 of 300');
      await bookedAfterwards(served.url);
      await page.getByText('event 7,254 of 7,254').waitFor();
      await everybody(page, '115 of 300');
      await page.goto(`${served.url}/?known-at=7253`);
      await page.getByRole('button', { name: /1 newer event/ }).waitFor();
      await everybody(page, '114 of 300');
    });

    it('sees at the edge of a table whether more of it is to come', async () => {
      const fades = `getComputedStyle(document.querySelector('.heat-scroll')).getPropertyValue('--more') !== '0px'`;
      await page.goto(served.url);
      await page.locator('.heat-scroll').waitFor();
      expect(await page.evaluate(fades)).toBe(false);
      await page.setViewportSize({ width: 360, height: 800 });
      await becomesTrue(page, fades);
      await page.evaluate(`document.querySelector('.heat-scroll').scrollLeft = 10_000`);
      await becomesTrue(page, `!(${fades})`);
    });

    it('is told when the server is gone, keeps what came, and goes on when it is back', async () => {
      await page.goto(served.url);
      await page.locator('#re-referral .share').nth(4).waitFor();
      await served.kill();
      await page.getByText('The server cannot be reached.').first().waitFor();
      await page.locator('.headline-number').first().waitFor();
      expect(await violationsOf(page)).toEqual([]);
      await picture(page, 'stale-light-1440');
      await page.getByRole('slider', { name: 'True on' }).press('ArrowLeft');
      await page.locator('#conversion').getByText('This figure did not come').waitFor();
      await served.again();
      await page.getByText('The server cannot be reached.').first().waitFor({ state: 'detached', timeout: 30_000 });
      await everybody(page, ' of 300');
      await page.locator('#re-referral .share').nth(4).waitFor();
      expect(await page.getByText('did not come').count()).toBe(0);
    });

    it('waits at an empty log, and sees the page begin with its first event', async () => {
      const empty = await serve('nothing');
      await page.goto(empty.url);
      await page.getByRole('heading', { name: 'Nothing is recorded yet' }).waitFor();
      await picture(page, 'empty-light-1440');
      expect(await violationsOf(page)).toEqual([]);
      const founded = { communityId: 'elm', name: 'Elm Street', timeZone: 'Europe/London' };
      await fetch(`${empty.url}/v1/communities/elm/found`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ name: founded.name, timeZone: founded.timeZone }),
      });
      await page.getByText('Elm Street', { exact: false }).first().waitFor();
      await empty.close();
    });
  });
}
