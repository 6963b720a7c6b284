import { setTimeout as wait } from 'node:timers/promises';
import type { EventLog } from '@kithline/log';
import type { RebuildOrder, RebuildProgress, Rebuilt } from '@kithline/network';
import { batchesOf } from '../following/batches.ts';
import type { Portions } from '../following/portions.ts';
import { type Writer, type Written, writtenBy } from '../following/writer.ts';
import type { Generations } from '../generations.ts';
import { differencesOf } from './differences.ts';

export type RebuildParts = Readonly<{
  log: EventLog;
  generations: Generations;
  writer: Writer;
  now: () => number;
  /** Events a batch. */
  most: number;
  portions: Portions;
  /** Told after every batch. */
  onProgress: (progress: RebuildProgress) => Promise<void>;
  /** Told when the live graph is another one, or may be otherwise now. */
  onChange: () => void;
}>;

/**
 * Builds a generation from the log beside the live one, and has it take its place when it has come as far: at once when both agree by hash,
 * otherwise only where that is accepted. What was built by then is gone on with. Undefined when the signal aborted.
 */
export async function rebuild(
  parts: RebuildParts,
  { generation, rebuild: { accept, throttle } }: RebuildOrder & Readonly<{ generation: number }>,
  signal: AbortSignal,
): Promise<Rebuilt | undefined> {
  const { log, generations, writer, onChange } = parts;
  const anew = await writtenBy(log, generations, { generation, skipped: writer.skipped });
  while (anew.projection.position < writer.position) {
    await catchUp(parts, anew, { throttle, signal });
    if (signal.aborted) return undefined;
  }
  const old = writer.generation;
  const rebuilt = await compared(parts, anew, accept);
  onChange(); // to take the old one away may take minutes
  if (rebuilt.switched && old !== generation) await generations.drop(old);
  return rebuilt;
}

async function catchUp(
  { log, writer, now, most, portions, onProgress }: RebuildParts,
  { generation, projection }: Written,
  { throttle = Infinity, signal }: Readonly<{ throttle: number | undefined; signal: AbortSignal }>,
): Promise<void> {
  const end = writer.position;
  const events = Math.min(most, Math.max(1, throttle)); // so that a second passes between two batches at most
  for await (const batch of batchesOf(
    () => log.readAll(projection.position, end),
    () => portions.within({ events, ms: 1_000 }),
    signal,
  )) {
    if (signal.aborted) return;
    const began = now();
    await projection.alsoSkip(writer.skipped);
    await portions.pass(batch, () => projection.apply(batch));
    await wait(Math.max(0, (batch.length / throttle) * 1_000 - (now() - began)), undefined, { signal }).catch(() => undefined);
    const perSecond = Math.round(batch.length / Math.max(0.001, (now() - began) / 1_000));
    await onProgress({ generation, position: projection.position, end: writer.position, perSecond });
  }
}

/** While nothing is applied: the rest of the log, the comparison, and the switch. */
async function compared({ log, generations, writer, portions }: RebuildParts, anew: Written, accept: boolean): Promise<Rebuilt> {
  const { generation, store, projection } = anew;
  return writer.holding(async (live, goOnWith) => {
    const { position } = live.projection;
    for await (const page of log.readAll(projection.position, position)) await portions.pass(page, () => projection.apply(page));
    await projection.alsoSkip(live.projection.skipped);
    const agree = (await live.store.fingerprint()) === (await store.fingerprint());
    const differences = agree ? null : await differencesOf(live.store.facts(), store.facts());
    const switched = accept || differences === null;
    if (switched) {
      await generations.switchTo(generation, live.generation);
      goOnWith(anew);
    }
    return { generation, position, switched, differences };
  });
}
