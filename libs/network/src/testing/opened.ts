import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteLog } from '@kithline/log';
import type { TouchpointEvent } from '@kithline/touchpoints';
import { logPath, openEmbeddedGraph } from '../data-folder.ts';
import { EmbeddedNetwork } from '../embedded-network.ts';

/** A network in a folder of its own, which goes on with its log until it is closed. */
export async function openedNetwork(): Promise<Readonly<{ network: EmbeddedNetwork; close: () => Promise<void> }>> {
  const folder = mkdtempSync(join(tmpdir(), 'kithline-network-'));
  const log = await openSqliteLog(logPath(folder), { now: Date.now, mode: 'write' });
  const network = new EmbeddedNetwork({ log, graph: await openEmbeddedGraph({ log, folder, report: () => undefined }), folder });
  const ending = new AbortController();
  const following = network.graph.follow(ending.signal);
  const close = async (): Promise<void> => {
    ending.abort();
    await following;
    await log.close();
    rmSync(folder, { recursive: true });
  };
  return { network, close };
}

const event = (type: string, subject: string, data: Readonly<Record<string, unknown>>): TouchpointEvent => ({
  specversion: '1.0',
  id: `${type}-${subject.replace('/', '-')}`,
  source: 'urn:test',
  type: `org.kithline.${type}.v1`,
  time: '2026-03-02T10:00:00Z',
  subject,
  data,
});

/** Somebody joins, on their own consent to be named. */
export const joined = (personId: string): readonly TouchpointEvent[] => [
  event('ConsentGranted', `consent/${personId}`, { personId, purposes: ['outcome_stats', 'name_in_chain'] }),
  event('MemberJoined', `member/${personId}`, { personId, communityId: 'west' }),
];

/** Somebody takes back everything, and wants to be forgotten. */
export const erased = (personId: string): TouchpointEvent =>
  event('ConsentWithdrawn', `consent/${personId}`, { personId, effect: 'erase' });

/** Everything that comes. */
export async function all<T>(source: AsyncIterable<T>): Promise<readonly T[]> {
  const found: T[] = [];
  for await (const one of source) found.push(one);
  return found;
}
