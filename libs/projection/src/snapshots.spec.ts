import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InMemoryGraphStore } from '@kithline/graph';
import type { TouchpointEvent } from '@kithline/touchpoints';
import { catchUp } from './follow.ts';
import { Snapshots } from './snapshots.ts';
import { logOf } from './testing/asking.ts';

const joined = (i: number): TouchpointEvent => ({
  specversion: '1.0',
  id: `${i}`,
  source: 'urn:desk',
  type: 'org.kithline.MemberJoined.v1',
  time: '2026-03-01T12:00:00Z',
  subject: `member/p${i}`,
  data: { personId: `p${i}`, communityId: 'north' },
});

describe('Snapshots', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'kithline-snapshots-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  it('are kept few: the newest, and older ones ever further apart', async () => {
    const log = await logOf(Array.from({ length: 40 }, (_, i) => joined(i)));
    const snapshots = new Snapshots(folder, log, () => undefined);
    const store = new InMemoryGraphStore();
    for (let position = 1; position <= 40; position++) {
      await catchUp(log, store, position);
      await snapshots.save(store);
    }
    const [newest, ...older] = snapshots.positions();
    expect([newest, older.length < 7, older.at(-1)! < 20]).toEqual([40, true, true]);
  });

  it('serve an earlier position by the nearest one before it', async () => {
    const log = await logOf(Array.from({ length: 10 }, (_, i) => joined(i)));
    const snapshots = new Snapshots(folder, log, () => undefined);
    const store = new InMemoryGraphStore();
    await catchUp(log, store, 4);
    await snapshots.save(store);
    expect([
      (await (await snapshots.nearest(9)).checkpoint()).position,
      (await (await snapshots.nearest(3)).checkpoint()).position,
    ]).toEqual([4, 0]);
  });

  it('are gone when they are cleared', async () => {
    const log = await logOf([joined(1)]);
    const snapshots = new Snapshots(folder, log, () => undefined);
    const store = new InMemoryGraphStore();
    await catchUp(log, store);
    await snapshots.save(store);
    snapshots.clear();
    expect(snapshots.positions()).toEqual([]);
  });
});
