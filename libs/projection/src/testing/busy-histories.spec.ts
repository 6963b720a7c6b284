import { coreType, type EventType, eventTypes, problemsOfData } from '@kithline/touchpoints';
import fc from 'fast-check';
import { catchUp } from '../follow.ts';
import { logOf, runs, storeOf } from './asking.ts';
import { busyHistories } from './busy-histories.ts';
import { everyAnswer } from './every-answer.ts';

describe('A busy history', () => {
  const many = fc.sample(busyHistories, { numRuns: 200, seed: 1 });

  it('is made of valid events', () =>
    expect(many.flat().flatMap(({ type, data }) => problemsOfData(coreType(type) as EventType, data))).toEqual([]));

  it('may hold every type of event', () =>
    expect(eventTypes.filter((type) => !many.flat().some((event) => coreType(event.type) === type))).toEqual([]));

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
