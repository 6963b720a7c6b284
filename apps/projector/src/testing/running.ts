import { randomUUID } from 'node:crypto';
import { InMemoryEventLog } from '@kithline/log';
import type { Told, WriterOrder } from '@kithline/network';
import type { TouchpointEvent } from '@kithline/touchpoints';
import { Metrics } from '../health/metrics.ts';
import { project } from '../projector.ts';
import { atTheStart } from '../standing.ts';
import { InMemoryGenerations } from './in-memory-generations.ts';

export const joined = (person: string, communityId = 'north'): TouchpointEvent => ({
  specversion: '1.0',
  id: person,
  source: 'urn:desk',
  type: 'org.kithline.MemberJoined.v1',
  time: '2026-03-01T12:00:00Z',
  subject: `member/${person}`,
  data: { personId: person, communityId },
});

export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 2));
}

/** A projector over stores in memory, until it is stopped. */
export function running(log = new InMemoryEventLog(), generations = new InMemoryGenerations()) {
  const standing = atTheStart(Date.now());
  const heard: string[] = [];
  const ending = new AbortController();
  const parts = {
    ...{ log, standing, now: Date.now, random: () => 0.99 },
    connect: async () => generations,
    metrics: new Metrics(standing, Date.now),
    limits: { live: { events: 50, ms: 5 }, behind: { events: 100, ms: 5 } },
    heard: (line: string) => void heard.push(line),
  };
  const done = project(parts, ending.signal);
  done.catch(() => undefined);
  const order = async (wanted: WriterOrder): Promise<Told> => {
    const id = randomUUID();
    await generations.orders.place(id, JSON.stringify(wanted));
    let told: Told | undefined;
    await until(async () => {
      const placed = (await generations.orders.placed()).find((each) => each.id === id);
      told = placed?.done ? (JSON.parse(placed.told) as Told) : undefined;
      return told !== undefined;
    });
    return told!;
  };
  const stop = async (): Promise<void> => {
    ending.abort();
    await done;
  };
  return { log, generations, standing, heard, done, order, stop, metrics: parts.metrics };
}
