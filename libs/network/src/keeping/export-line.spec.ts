import { describe, expect, it } from '@jest/globals';
import { millbrook } from '@kithline/examples';
import { InMemoryEventLog, type StoredLine } from '@kithline/log';
import { all } from '../testing/opened.ts';
import { exportPages } from './export-line.ts';

describe('An export', () => {
  it('holds the same hashes where the log keeps none, if it is read from the start', async () => {
    const log = new InMemoryEventLog({ now: () => 0 });
    await log.record(millbrook);
    const without = {
      readLines: async function* (after?: number, upTo?: number): AsyncGenerator<readonly StoredLine[]> {
        for await (const page of log.readLines(after, upTo)) yield page.map((line) => ({ ...line, hash: null }));
      },
    };
    const { position: upTo, hash } = await log.head();
    const pages = await all(exportPages(log, { after: 0, upTo }));
    expect(await all(exportPages(without, { after: 0, upTo }))).toEqual(pages);
    expect(pages.at(-1)).toMatchObject({ position: upTo, hash });
    expect((await all(exportPages(without, { after: 1, upTo })))[0]).toMatchObject({ hash: null, events: upTo - 1 });
  });
});
