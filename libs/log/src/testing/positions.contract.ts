import type { EventLog, Position } from '../event-log.ts';
import { all, followed, idsOf } from './reading.ts';
import { touches } from './touches.ts';

/** Positions that may be no event's: before the first, around those in the middle, beyond the head. */
async function places(log: EventLog): Promise<readonly Position[]> {
  const positions = (await all(log.readAll())).map(({ position }) => position);
  const [first, middle, last] = [positions[0]!, positions[300]!, positions.at(-1)!];
  return [1, first - 1, first + 1, middle - 7, middle - 1, middle + 1, middle + 30, last - 1, last + 1, last + 1_000_000];
}

/** What is asked by a position that may be no event's: positions are places, and between two events there are some. */
export function takesAnyPosition(log: () => EventLog): void {
  beforeEach(() => log().record(touches('t', 600)));

  it('reads after any position, and up to any', async () => {
    const recorded = await all(log().readAll());
    for (const place of await places(log())) {
      expect(idsOf(await all(log().readAll(place)))).toEqual(idsOf(recorded.filter(({ position }) => position > place)));
      expect(idsOf(await all(log().readAll(0, place)))).toEqual(idsOf(recorded.filter(({ position }) => position <= place)));
      expect(await all(log().readLines(place - 1, place))).toHaveLength(recorded.filter(({ position }) => position === place).length);
    }
  });

  it('reads between any two positions, whichever comes first', async () => {
    const recorded = await all(log().readAll());
    const asked = await places(log());
    for (const [after, upTo] of asked.map((place, i) => [place, asked.at(i - 3)!] as const)) {
      const between = recorded.filter(({ position }) => position > after && position <= upTo);
      expect(idsOf(await all(log().readAll(after, upTo)))).toEqual(idsOf(between));
    }
  });

  it('tells where it ended at any position', async () => {
    const lines = await all(log().readLines());
    for (const place of [0, ...(await places(log()))]) {
      const { position, recordedAt, hash } = await log().head(place);
      const last = lines.findLast((line) => line.position <= place);
      expect([position, recordedAt]).toEqual([last?.position ?? 0, last?.recordedAt ?? null]);
      expect(hash).toBe(await log().hashAt(position));
    }
    expect(await log().head(lines.at(-1)!.position)).toEqual(await log().head());
  });

  it('follows after any position', async () => {
    const recorded = await all(log().readAll());
    const inside = (await places(log())).filter((place) => place < recorded.at(-1)!.position);
    for (const place of inside) {
      const after = recorded.filter(({ position }) => position > place);
      expect(idsOf(await followed(log(), after.length, place))).toEqual(idsOf(after));
    }
  });

  it('follows after a position that is still to come, once it has passed', async () => {
    const { position: head } = await log().head();
    const following = followed(log(), 2, head + 1);
    await new Promise((resolve) => setTimeout(resolve, 20));
    await log().record(touches('new', 3));
    const after = (await all(log().readAll(head))).filter(({ position }) => position > head + 1);
    expect(idsOf(await following).slice(0, 2)).toEqual(idsOf(after).slice(0, 2));
  });
}
