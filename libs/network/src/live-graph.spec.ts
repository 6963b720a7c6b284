import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { millbrook } from '@kithline/examples';
import { type EventLog, InMemoryEventLog, type Recorded } from '@kithline/log';
import { encodeLine, type TouchpointEvent } from '@kithline/touchpoints';
import { openEmbeddedGraph } from './data-folder.ts';
import type { OwnGraph } from './graph-source.ts';
import { LiveGraph } from './live-graph.ts';
import { erased, joined } from './testing/opened.ts';

const [granted, member] = joined('ana') as readonly [TouchpointEvent, TouchpointEvent];
const other = (type: string, subject: string): TouchpointEvent => ({ ...member, id: type, type: `org.kithline.${type}.v1`, subject });

/** What a live graph makes of one event that follows: how often it parsed the event, and how often it asked who was erased. */
async function following(event: TouchpointEvent): Promise<Readonly<{ parsed: number; asked: number }>> {
  const told = { parsed: 0, asked: 0 };
  const recorded: Recorded = {
    position: 1,
    revision: 0,
    recordedAt: 0,
    line: encodeLine(event),
    get event() {
      told.parsed++;
      return event;
    },
  };
  const log = {
    follow: async function* () {
      yield [recorded];
    },
  } as unknown as EventLog;
  const own = { position: 0, apply: () => Promise.resolve(), erased: () => (told.asked++, () => false) } as unknown as OwnGraph;
  const graph = new LiveGraph(log, own);
  graph.erased();
  await graph.follow(new AbortController().signal);
  graph.erased();
  return told;
}

describe('A live graph that goes on', () => {
  it.each([granted, erased('ana'), other('PersonsMerged', 'person/ana'), other('EventAnnulled', 'member/ana')])(
    'asks anew who was erased after $type',
    async (event) => expect(await following(event)).toEqual({ parsed: 0, asked: 2 }),
  );

  it.each([member, other('OutcomeMeasured', 'person/ana')])('knows who was erased as before after $type', async (event) =>
    expect(await following(event)).toEqual({ parsed: 0, asked: 1 }),
  );

  it('reads an event in full where its line does not tell its type at once', async () => {
    expect(await following({ ...erased('ana'), source: 'urn:"odd"' })).toEqual({ parsed: 1, asked: 2 });
  });
});

describe('The version of a live graph', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kithline-live-'));
  });
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
