import type { Recorded } from '../../event-log.ts';
import { pageSize } from '../../pages.ts';
import { Tail } from './tail.ts';

const events = (first: number, last: number): Recorded[] =>
  Array.from({ length: last - first + 1 }, (_, i) => ({ position: first + i }) as Recorded);
const positionsOf = (found: readonly Recorded[] | undefined): number[] | undefined => found?.map(({ position }) => position);

describe('The tail of a log', () => {
  const tail = new Tail();

  it('knows nothing before anything was added', () => {
    expect(tail.after(0)).toBeUndefined();
    expect(tail.after(7)).toBeUndefined();
  });

  it('has what follows a position, also where that is the last one or one that it has not heard of yet', () => {
    tail.add(events(8, 9));
    tail.add(events(10, 12));
    expect(positionsOf(tail.after(7))).toEqual([8, 9, 10, 11, 12]);
    expect(positionsOf(tail.after(10))).toEqual([11, 12]);
    expect(positionsOf(tail.after(12))).toEqual([]);
    expect(positionsOf(tail.after(40))).toEqual([]);
  });

  it('does not know what is further back', () => {
    expect(tail.after(6)).toBeUndefined();
  });

  it('gives no more than a page, and forgets what is old', () => {
    tail.add(events(13, 12 + 10 * pageSize));
    expect(tail.after(7)).toBeUndefined();
    const last = 12 + 10 * pageSize;
    expect(positionsOf(tail.after(last - 2 * pageSize))).toEqual(positionsOf(events(last - 2 * pageSize + 1, last - pageSize)));
  });

  it('begins anew after a gap', () => {
    const last = 12 + 10 * pageSize;
    tail.clear();
    expect(tail.after(last)).toBeUndefined();
    tail.add(events(last + 50, last + 51));
    expect(tail.after(last)).toBeUndefined();
    expect(positionsOf(tail.after(last + 49))).toEqual([last + 50, last + 51]);
  });
});
