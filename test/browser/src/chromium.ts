import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';

const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
/** Why nothing is tested here; undefined where a Chromium is. */
export const noChromium = existsSync(executablePath)
  ? undefined
  : `no Chromium at ${executablePath}: apt-get install chromium, or set CHROMIUM_PATH`;

/** A Chromium that finds nothing but this machine. */
export const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost'],
  });

/** How a page is looked at. */
export type Look = Readonly<{ width: number; colorScheme: 'light' | 'dark' }>;
export const wide: Look = { width: 1440, colorScheme: 'light' };

/** A page without motion, and everything that went wrong in it: errors, refusals of the policy, requests that left the server. */
export async function pageOf(browser: Browser, { width, colorScheme }: Look): Promise<Readonly<{ page: Page; problems: string[] }>> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  page.on('request', (request) => {
    if (new URL(request.url()).hostname !== '127.0.0.1') problems.push(`asked ${request.url()}`);
  });
  return { page, problems };
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong with a page, in words. */
export async function violationsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const { violations } = await page.evaluate<AxeResults>('axe.run()');
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${String(target)}: ${failureSummary ?? ''}`),
  );
}

/** Whether anything sticks out of the window sideways. */
export const sticksOut = (page: Page): Promise<boolean> => page.evaluate('document.documentElement.scrollWidth > innerWidth');

const pictures = join(import.meta.dirname, '../test-results/screens');

/** Keeps a picture of the whole page, for people to look at. */
export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
}
