import { coreType, type EventType, eventTypes, problemsOfData } from '@kithline/touchpoints';
import fc from 'fast-check';
import { catchUp } from '../follow.ts';
import { logOf, runs, storeOf } from './asking.ts';
import { busyHistories } from './busy-histories.ts';
import { people } from './cast.ts';
import { everyAnswer } from './every-answer.ts';

describe('A busy history', () => {
  const many = fc.sample(busyHistories, { numRuns: 200, seed: 1 });

  it('is made of valid events', () =>
    expect(many.flat().flatMap(({ type, data }) => problemsOfData(coreType(type) as EventType, data))).toEqual([]));

  it('may hold every type of event', () =>
    expect(eventTypes.filter((type) => !many.flat().some((event) => coreType(event.type) === type))).toEqual([]));

  it('often knows persons who all introduced each other, and often one who was introduced several times by the same', () => {
    const made = many.map((events) =>
      events.flatMap(({ type, data }) =>
        coreType(type) === 'IntroductionMade' ? [[data['introducerId'], data['introduceeId']].join()] : [],
      ),
    );
    const trios = people.flatMap((a, i) => people.slice(i + 1).flatMap((b, j) => people.slice(i + j + 2).map((c) => [a, b, c])));
    const eachOther = (pairs: readonly string[], trio: readonly string[]): boolean =>
      trio.every((a) => trio.every((b) => a === b || pairs.includes(`${a},${b}`) || pairs.includes(`${b},${a}`)));
    expect(made.filter((pairs) => new Set(pairs).size < pairs.length).length).toBeGreaterThan(40);
    expect(made.filter((pairs) => trios.some((trio) => eachOther(pairs, trio))).length).toBeGreaterThan(30);
  });

  it('has an answer to every question, and parks nothing', () =>
    fc.assert(
      fc.asyncProperty(busyHistories, async (events) => {
        const log = await logOf(events);
        const store = await storeOf(log);
        expect((await catchUp(log, store)).parked).toEqual([]);
        await everyAnswer(store.graph());
      }),
      runs,
    ));
});
