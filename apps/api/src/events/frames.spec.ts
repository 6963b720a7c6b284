import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import type { GraphInUse, Projected } from '@kithline/network';
import type { EventRow } from '@kithline/network/asking';
import { framesOf } from './frames.ts';

/** A graph that says what it is told to say. */
function graphAt(position: number) {
  const listeners = new Set<Projected>();
  const onProjected = (tell: Projected): (() => void) => {
    listeners.add(tell);
    return () => void listeners.delete(tell);
  };
  const graph = { position, onProjected } as unknown as GraphInUse;
  return { graph, listeners, tell: (to: number) => listeners.forEach((listener) => listener(to)) };
}

/** Rows at these positions; `read` counts how many were asked for. */
function rowsAt(...positions: readonly number[]) {
  const counter = { read: 0 };
  async function* rows(): AsyncGenerator<EventRow> {
    for (const position of positions) {
      counter.read++;
      yield { position };
    }
  }
  return { rows: rows(), counter };
}

async function* never(): AsyncGenerator<EventRow> {
  await new Promise(() => undefined);
  yield {};
}

const next = async (frames: AsyncGenerator<string>): Promise<string> => String((await frames.next()).value);

describe('Server-sent events', () => {
  it('tell rows with their positions, and end with them', async () => {
    const { graph, listeners } = graphAt(7);
    const told: string[] = [];
    for await (const frame of framesOf(rowsAt(1, 2).rows, graph)) told.push(frame);
    expect(told[0]).toBe('retry: 1000\n\n');
    expect(told).toContain('event: projected\ndata: {"position":7}\n\n');
    expect(told.filter((frame) => frame.includes('appended'))).toEqual([
      'id: 1\nevent: appended\ndata: {"position":1}\n\n',
      'id: 2\nevent: appended\ndata: {"position":2}\n\n',
    ]);
    expect(listeners.size).toBe(0);
  });

  it('tell only the newest of the positions that came while nobody read', async () => {
    const { graph, tell } = graphAt(1);
    const frames = framesOf(never(), graph);
    await next(frames);
    for (const position of [2, 3, 4]) tell(position);
    expect(await next(frames)).toContain('"position":4');
    await frames.return(undefined);
  });

  it('read no more than one row ahead of who reads them', async () => {
    const { rows, counter } = rowsAt(...Array.from({ length: 100 }, (_, i) => i + 1));
    const frames = framesOf(rows, graphAt(0).graph);
    for (let i = 0; i < 5; i++) await next(frames);
    await wait(20);
    expect(counter.read).toBeLessThanOrEqual(6);
    await frames.return(undefined);
  });

  it('say now and then that the connection stands', async () => {
    const frames = framesOf(never(), graphAt(1).graph, 5);
    await next(frames);
    await next(frames);
    expect(await next(frames)).toBe(': still here\n\n');
    await frames.return(undefined);
  });

  it('fail with their rows', async () => {
    async function* broken(): AsyncGenerator<EventRow> {
      yield { position: 1 };
      throw new Error('the disk is gone');
    }
    const all = async (): Promise<void> => {
      for await (const _ of framesOf(broken(), graphAt(1).graph)) void _;
    };
    await expect(all()).rejects.toThrow('the disk is gone');
  });
});
