import type { Page } from 'playwright-core';

/** A state of the screen: where it is, and what stands there once it is reached. */
export type State = Readonly<{ name: string; path: string; reach: (page: Page) => Promise<unknown> }>;

const settled = (page: Page): Promise<unknown> => page.locator('[aria-busy=true], .skeleton').first().waitFor({ state: 'detached' });
const ready = async (page: Page): Promise<unknown> => {
  await page.getByRole('heading', { name: 'Referred again' }).waitFor();
  await page.locator('#re-referral .share').nth(4).waitFor();
  return settled(page);
};
const refusing = async (page: Page, path: string, detail: string): Promise<void> => {
  const body = JSON.stringify({ status: 422, code: 'odd_question', detail });
  await page.route(`**/v1/${path}?*`, (route) => route.fulfill({ status: 422, contentType: 'application/problem+json', body }));
};
const callingLinden = (page: Page, name: string): Promise<unknown> =>
  page.route('**/v1/events?type=CommunityFounded*', async (route) => {
    const response = await route.fetch();
    const answer = (await response.json()) as { rows: { data: { communityId: string; name: string } }[] };
    for (const { data } of answer.rows) if (data.communityId === 'linden') data.name = name;
    await route.fulfill({ response, json: answer });
  });

/** States of the page over the demo network. */
export const states: readonly State[] = [
  { name: 'figures', path: '/', reach: ready },
  { name: 'suppressed', path: '/?valid-at=2026-03-20T12:00:00Z&disclosure=public', reach: ready },
  { name: 'weeks', path: '/?period=week&disclosure=public', reach: ready },
  { name: 'immature', path: '/?valid-at=2026-02-10T12:00:00Z', reach: ready },
  {
    name: 'long-name',
    path: '/?community=linden',
    reach: async (page) => {
      await callingLinden(page, `Linden ${'Ny'.repeat(96)}`);
      await page.reload();
      return ready(page);
    },
  },
  { name: 'nobody', path: '/?known-at=0', reach: (page) => page.locator('#latency .empty').waitFor() },
  { name: 'missing', path: '/nowhere', reach: (page) => page.getByRole('link', { name: 'To the network’s figures' }).waitFor() },
  {
    name: 'opened',
    path: '/?community=linden',
    reach: async (page) => {
      await ready(page);
      for (const name of ['Definition', 'The exact question']) await page.locator('#latency').getByRole('button', { name }).click();
      await page.getByRole('button', { name: 'Show the numbers as a table' }).click();
      await page.locator('#retention').getByRole('button', { name: 'What does “not yet” mean?' }).first().click();
      return page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'failed',
    path: '/',
    reach: async (page) => {
      await refusing(page, 'conversion', 'compare "introduced,directory" names a group that nobody belongs to');
      await page.reload();
      return page.locator('#conversion [role=alert]').waitFor();
    },
  },
  {
    name: 'loading',
    path: '/',
    reach: async (page) => {
      await page.route(/\/v1\/(?!events|status)/, () => undefined); // never answered
      await page.reload();
      return page.locator('.skeleton-headline').first().waitFor();
    },
  },
];
