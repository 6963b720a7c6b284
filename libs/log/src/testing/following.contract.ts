import type { EventLog, Recorded } from '../event-log.ts';
import { all, followed, idsOf } from './reading.ts';
import { touch, touches } from './touches.ts';

/** Who follows sees everything once, in order, and can stop. */
export function followsTheLog(log: () => EventLog): void {
  it('gives what is there, then what comes', async () => {
    await log().record(touches('old', 5));
    const following = followed(log(), 8);
    await log().record(touches('new', 2));
    await log().append('member/p-9', [touch('last', 'p-9')], 'no-stream');
    expect(await following).toEqual(await all(log().readAll()));
  });

  it('begins after the position asked for', async () => {
    await log().record(touches('old', 5));
    const { position } = await log().head();
    const following = followed(log(), 1, position);
    await log().record([touch('new', 'p-1')]);
    expect(idsOf(await following)).toEqual(['new']);
  });

  it('serves several followers at once, wherever each is', async () => {
    await log().record(touches('old', 5));
    const { position } = await log().head();
    const following = [followed(log(), 8), followed(log(), 8), followed(log(), 3, position)];
    await log().record(touches('new', 3));
    const everything = await all(log().readAll());
    expect(await Promise.all(following)).toEqual([everything, everything, everything.slice(5)]);
  });

  it('loses nothing that is appended while it catches up or waits, and gives nothing twice', async () => {
    await log().record(touches('old', 4_100));
    const following = followed(log(), 4_140);
    for (let i = 0; i < 40; i++) {
      await log().record([touch(`new-${i}`, 'p-1')]);
      await new Promise((resolve) => setTimeout(resolve, i % 4));
    }
    expect(await following).toEqual(await all(log().readAll()));
  });

  it('ends normally when it is aborted while it waits', async () => {
    const abort = new AbortController();
    const following = all(log().follow(0, abort.signal));
    await new Promise((resolve) => setTimeout(resolve, 20));
    abort.abort();
    expect(await following).toEqual([]);
  });

  it('ends normally when it was aborted before it began', async () => {
    await log().record(touches('old', 5));
    expect(await all(log().follow(0, AbortSignal.abort()))).toEqual([]);
  });

  it('ends normally when it is aborted between two pages', async () => {
    await log().record(touches('old', 9_000));
    const abort = new AbortController();
    const seen: Recorded[] = [];
    for await (const page of log().follow(0, abort.signal)) {
      seen.push(...page);
      abort.abort();
    }
    expect(seen.length).toBeGreaterThan(0);
    expect(seen.length).toBeLessThan(9_000);
  });

  it('ends normally when the log is closed', async () => {
    const following = all(log().follow(0, new AbortController().signal));
    await new Promise((resolve) => setTimeout(resolve, 20));
    await log().close();
    expect(await following).toEqual([]);
  });
}
