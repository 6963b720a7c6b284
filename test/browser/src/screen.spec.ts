import type { Browser } from 'playwright-core';
import { launch, noChromium, pageOf, picture, sticksOut, violationsOf } from './chromium.ts';
import { serve, type Served } from './served.ts';
import { states } from './states.ts';

if (noChromium !== undefined) {
  describe('The screen', () => {
    it.skip(`is looked at in a browser (skipped: ${noChromium})`, () => undefined);
  });
} else {
  describe('The screen', () => {
    let served: Served;
    let browser: Browser;
    beforeAll(async () => ([served, browser] = await Promise.all([serve('demo'), launch()])));
    afterAll(() => Promise.all([browser.close(), served.close()]));

    const looks = (['light', 'dark'] as const).flatMap((colorScheme) => [360, 1440].map((width) => ({ colorScheme, width })));
    const all = states.flatMap((state) => looks.map((look) => ({ ...state, ...look })));

    it.each(all)('is without fault when it shows $name, $colorScheme and $width px wide', async ({ name, path, reach, ...look }) => {
      const { page, problems } = await pageOf(browser, look);
      await page.goto(served.url + path);
      await reach(page);
      await picture(page, `${name}-${look.colorScheme}-${look.width}`);
      expect(await violationsOf(page)).toEqual([]);
      expect(await sticksOut(page)).toBe(false);
      expect(problems.filter((problem) => !(name === 'failed' && problem.includes('422')))).toEqual([]);
      await page.context().close();
    });
  });
}
