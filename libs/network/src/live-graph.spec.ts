import { InMemoryEventLog } from '@kithline/log';
import { millbrook } from '@kithline/examples';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbeddedGraph } from './data-folder.ts';
import { LiveGraph } from './live-graph.ts';

describe('The version of a live graph', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'kithline-live-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is another one whenever events were applied or the graph was built anew, and no other meanwhile', async () => {
    const log = new InMemoryEventLog({ now: () => 0 });
    const graph = new LiveGraph(log, await openEmbeddedGraph({ log, folder, report: () => undefined }));
    const ending = new AbortController();
    const following = graph.follow(ending.signal);
    const versions = [graph.version];
    for (const event of millbrook.slice(0, 3)) {
      await log.record([event]);
      await graph.waitFor((await log.head()).position, 5000);
      versions.push(graph.version);
    }
    await graph.asking(() => Promise.resolve());
    expect(graph.version).toBe(versions.at(-1));
    await graph.rebuild();
    versions.push(graph.version);
    expect(new Set(versions).size).toBe(versions.length);
    ending.abort();
    await following;
  });
});
