import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { rules } from '@kithline/touchpoints';
import { commandRoutes } from '../commands/table.ts';
import { httpPage, withHttp } from './http-page.ts';
import { otherCodes } from './problem-codes.ts';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const textOf = (path: string) => readFileSync(join(root, path), 'utf8');

/** What the sources of a folder say, without their specs. */
const sourcesIn = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
    .map((name) => textOf(join(folder, name)));

const kinds =
  'badRequest|forbidden|notFound|methodNotAllowed|notAcceptable|timeout|conflict|preconditionFailed|tooLarge|unsupported|misdirected|unprocessable|headersTooLarge|failed|unavailable';

/** The codes with which the sources refuse: whatever stands behind the name of a kind. */
function codesInSources(): ReadonlySet<string> {
  const pattern = new RegExp(`'(?:${kinds})',\\s*(?:\\w+ === '\\w+' \\? )?'([a-z]+(?:_[a-z]+)*)'(?: : '([a-z_]+)')?`, 'g');
  const found = ['apps/api/src', 'libs/network/src'].flatMap(sourcesIn).flatMap((text) => [...text.matchAll(pattern)]);
  return new Set(found.flatMap(([, code, other]) => [code, other]).filter((code) => code !== undefined));
}

describe('The README about HTTP', () => {
  it('is what is committed: `npm run openapi` writes it anew', () => expect(withHttp(textOf('README.md'))).toBe(textOf('README.md')));

  it('lists every command', () => {
    for (const { collection, imperative, command } of commandRoutes)
      expect(httpPage()).toContain(`/v1/${command.endsWith('Event') ? '{collection}' : collection}/{id}/${imperative}\``);
  });

  it('lists every rule and every other code, and none that is not there', () => {
    for (const { code, sentence } of rules) expect(httpPage()).toContain(`| \`${code}\` | ${sentence} |`);
    const used = codesInSources();
    const ruleCodes = new Set(rules.map(({ code }) => code));
    expect(used.size).toBeGreaterThan(25);
    expect([...used].filter((code) => !ruleCodes.has(code)).sort()).toEqual(Object.keys(otherCodes).sort());
  });
});
