import type { Orders } from '@kithline/graph';
import type { ParkedOrder, SettledList } from '../parked/parked.ts';
import { Problem } from '../problem/problem.ts';

/** Builds the graph anew beside the one in use. `accept`: takes its place whatever differs. `throttle`: events a second at most. */
export type RebuildOrder = Readonly<{ rebuild: Readonly<{ accept: boolean; throttle?: number }> }>;
export type WriterOrder = ParkedOrder | RebuildOrder;

/** How far a rebuild has come. */
export type RebuildProgress = Readonly<{ generation: number; position: number; end: number; perSecond: number }>;

/** What differs between two graphs, by subject: how many of its facts, and where the first of them stand. */
export type Differences = Readonly<{
  subjects: number;
  rows: readonly Readonly<{ subject: string; facts: number; positions: readonly number[] }>[];
}>;

/**
 * What came of a rebuild. Not `switched`: the graphs differ, and the new one waits for `--accept`. `differences` is null where they agree, and
 * where it is not known: `compared` is false then, and absent otherwise.
 */
export type Rebuilt = Readonly<{
  generation: number;
  position: number;
  switched: boolean;
  compared?: false;
  differences: Differences | null;
}>;

/** What the writer tells of an order: how it goes, what came of it, or why it was not done. */
export type Told =
  | Readonly<{ going: RebuildProgress | null }>
  | Readonly<{ settled: SettledList }>
  | Readonly<{ rebuilt: Rebuilt }>
  | Readonly<{ refused: Readonly<{ code: string; detail: string }> }>;

export type Waiting = Readonly<{
  /** An id of its own. */
  id: string;
  /** Told whenever the order was looked at: undefined until the writer has taken it up. */
  onProgress: (going: RebuildProgress | null | undefined) => void;
  /** Until the next look. */
  pause: () => Promise<void>;
  /** Whether nobody waits any longer: the order stands nevertheless. */
  signal: AbortSignal;
}>;

/**
 * Has the writer of a graph do something, and waits for its answer; undefined where nobody waits for it any more.
 * @throws Problem when the writer refuses
 */
export async function askWriter(
  orders: Orders,
  order: WriterOrder,
  { id, onProgress, pause, signal }: Waiting,
): Promise<SettledList | Rebuilt | undefined> {
  await orders.place(id, JSON.stringify(order));
  while (!signal.aborted) {
    const placed = (await orders.placed()).find((each) => each.id === id);
    const told = placed && placed.told !== '' ? (JSON.parse(placed.told) as Told) : undefined;
    if (told && !('going' in told)) return answered(told);
    onProgress(told?.going);
    await pause();
  }
  return undefined;
}

function answered(told: Exclude<Told, { going: unknown }>): SettledList | Rebuilt {
  if ('settled' in told) return told.settled;
  if ('rebuilt' in told) return told.rebuilt;
  throw new Problem(told.refused.code === 'not_parked' ? 'notFound' : 'failed', told.refused.code, told.refused.detail);
}
