import type { Told } from '@kithline/network';
import type { Generations } from '../generations.ts';
import { orderIn } from './standing-beside.ts';

/**
 * Begins what takes the place of a generation that belongs to another log, where a rebuild is ordered that accepts whatever differs; undefined
 * where none is. It is told in the order, which is answered once it is live. Interrupted, another one begins, and this one is tidied away.
 */
export async function begunInstead(generations: Generations): Promise<number | undefined> {
  const { orders } = generations;
  const order = (await orders.placed()).find((each) => !each.done && isAccepting(orderIn(each)));
  if (!order) return undefined;
  const generation = await generations.begin();
  await orders.tell(order.id, JSON.stringify({ going: { generation, position: 0, end: 0, perSecond: 0 } } satisfies Told), false);
  return generation;
}

const isAccepting = (wanted: ReturnType<typeof orderIn>): boolean => 'rebuild' in wanted && wanted.rebuild.accept;
