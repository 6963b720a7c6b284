import { setTimeout as wait } from 'node:timers/promises';
import type { Order } from '@kithline/graph';
import type { ParkedOrder, RebuildOrder, RebuildProgress, Told } from '@kithline/network';
import { parkedIn, toProblem } from '@kithline/network';
import type { Writer } from './writer.ts';
import { rebuild, type RebuildParts } from '../rebuilding/rebuild.ts';
import { builtLast, generationOf, isRebuild, orderIn, tidy } from '../rebuilding/standing-beside.ts';
import { mayPass } from './failures.ts';

/** Milliseconds between two looks for orders. */
const LOOK = 500;

type OrderParts = Omit<RebuildParts, 'onProgress'> &
  Readonly<{ onRebuild: (progress: RebuildProgress | null) => void; heard: (line: string) => void }>;

/** Does what is ordered, in the order it was placed; a rebuild goes on beside the others, one at a time. */
export async function obey(parts: OrderParts, signal: AbortSignal): Promise<void> {
  const { orders } = parts.generations;
  let building: Promise<void> | undefined;
  let failure: unknown;
  while (!signal.aborted && failure === undefined) {
    for (const order of (await orders.placed()).filter(({ done }) => !done)) {
      if (!isRebuild(order)) await answer(parts, order);
      else
        building ??= build(parts, order, signal)
          .catch((error: unknown) => (failure = error))
          .then(() => (building = undefined));
    }
    await wait(LOOK, undefined, { signal }).catch(() => undefined);
  }
  await building;
  if (failure !== undefined) throw failure as Error;
}

const tell = ({ generations }: OrderParts, { id }: Order, told: Told): Promise<void> =>
  generations.orders.tell(id, JSON.stringify(told), !('going' in told));

/** What is refused is answered; what a store does not do now stays to be done. */
async function refusing(parts: OrderParts, order: Order, work: () => Promise<Told | undefined>): Promise<void> {
  try {
    const told = await work();
    if (told) await tell(parts, order, told);
  } catch (error) {
    if (mayPass(error) || (error as Error).name === 'CheckpointConflict') throw error;
    const { code, message } = toProblem(error);
    await tell(parts, order, { refused: { code, detail: message } });
  }
}

/** To settle is one transaction: what took the graph too long takes it as long the next time, and nobody else would have their turn. */
function refuseTooLong(error: Error): never {
  if (error.name !== 'GraphUnavailable' || (error as Readonly<{ code?: unknown }>).code !== 'timed-out') throw error;
  throw toProblem(error);
}

/** Whether an order that was begun before may be done: of what was skipped it is known, of what was tried again nothing tells it. */
const mayBeDone = ({ skipped }: Writer, wanted: ParkedOrder): boolean =>
  !('skip' in wanted) || skipped.some(({ position }) => position === wanted.skip);

async function answer(parts: OrderParts, order: Order): Promise<void> {
  const wanted = orderIn(order);
  if ('rebuild' in wanted) return;
  const { writer } = parts;
  const again = order.told !== '';
  await tell(parts, order, { going: null });
  await refusing(parts, order, async () => {
    const settled = await writer
      .settle(wanted)
      .finally(parts.onChange)
      .catch((error: Error) => {
        if (!again || error.name !== 'NotParked' || !mayBeDone(writer, wanted)) throw error;
        return { left: [], rows: parkedIn(writer).rows }; // it was done, and this process ended before it could say so
      })
      .catch(refuseTooLong);
    return { settled };
  });
  parts.heard('skip' in wanted ? 'a parked event was skipped' : 'parked events were tried again');
}

async function build(parts: OrderParts, order: Order, signal: AbortSignal): Promise<void> {
  const { rebuild: wanted } = orderIn(order) as RebuildOrder;
  await refusing(parts, order, async () => {
    const { generation: live, position } = parts.writer;
    // Its generation was made live, and this process ended before it could say so; or it took the place of another log's.
    if (generationOf(order) === live)
      return { rebuilt: { generation: live, position, switched: true, compared: false, differences: null } };
    const generation = await generationFor(parts, order, wanted.accept);
    const onProgress = async (progress: RebuildProgress): Promise<void> => {
      parts.onRebuild(progress);
      await tell(parts, order, { going: progress });
    };
    await onProgress({ generation, position: 0, end: parts.writer.position, perSecond: 0 });
    const rebuilt = await rebuild({ ...parts, onProgress }, { rebuild: wanted, generation }, signal);
    if (!rebuilt) return undefined;
    parts.heard(rebuilt.switched ? `generation ${generation} is live` : `generation ${generation} differs, and waits to be accepted`);
    return { rebuilt };
  });
  parts.onRebuild(null);
}

/** What was built before is gone on with: by an order that was interrupted, and by one that accepts. Else one begins, and the others go. */
async function generationFor({ generations }: OrderParts, order: Order, accept: boolean): Promise<number> {
  const beside = (await generations.generations()).filter(({ live, dropping }) => !live && !dropping).map(({ generation }) => generation);
  const known = accept ? builtLast(await generations.orders.placed(), beside) : generationOf(order);
  if (known !== undefined && beside.includes(known)) return known;
  const generation = await generations.begin();
  await generations.orders.tell(
    order.id,
    JSON.stringify({ going: { generation, position: 0, end: 0, perSecond: 0 } } satisfies Told),
    false,
  );
  await tidy(generations);
  return generation;
}
