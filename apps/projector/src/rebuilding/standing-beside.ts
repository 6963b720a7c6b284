import type { Order } from '@kithline/graph';
import type { Told, WriterOrder } from '@kithline/network';
import type { Generations } from '../generations.ts';

const toldOf = ({ told }: Order): Told | undefined => (told === '' ? undefined : (JSON.parse(told) as Told));

/** The generation that an order has brought about so far, or that waits to be accepted. */
export function generationOf(order: Order): number | undefined {
  const told = toldOf(order);
  if (!told) return undefined;
  if ('going' in told) return told.going?.generation;
  return 'rebuilt' in told && !told.rebuilt.switched ? told.rebuilt.generation : undefined;
}

export const orderIn = ({ text }: Order): WriterOrder => JSON.parse(text) as WriterOrder;
export const isRebuild = (order: Order): boolean => 'rebuild' in orderIn(order);

/** The generation built last that is not live: what a rebuild under way, or one that waits to be accepted, has come to. */
export function builtLast(orders: readonly Order[], there: readonly number[]): number | undefined {
  const last = orders.findLast((order) => isRebuild(order) && generationOf(order) !== undefined);
  const generation = last && generationOf(last);
  return generation !== undefined && there.includes(generation) ? generation : undefined;
}

/** Drops the generations that nobody needs: those replaced, and those given up, when the process was ended in between. */
export async function tidy(generations: Generations): Promise<readonly number[]> {
  const all = await generations.generations();
  const beside = all.filter(({ live }) => !live).map(({ generation }) => generation);
  const whole = all.filter(({ dropping }) => !dropping).map(({ generation }) => generation);
  const needed = builtLast(
    await generations.orders.placed(),
    whole.filter((generation) => beside.includes(generation)),
  );
  const gone = beside.filter((generation) => generation !== needed);
  for (const generation of gone) await generations.drop(generation);
  return gone;
}
