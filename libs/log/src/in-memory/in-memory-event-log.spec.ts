import { behavesLikeAnEmbeddedEventLog } from '../testing/embedded-event-log.contract.ts';
import { behavesLikeAnEventLog } from '../testing/event-log.contract.ts';
import { all } from '../testing/reading.ts';
import { touch } from '../testing/touches.ts';
import { InMemoryEventLog } from './in-memory-event-log.ts';

describe('The event log in memory', () => {
  behavesLikeAnEventLog(async () => new InMemoryEventLog());
  behavesLikeAnEmbeddedEventLog(async () => new InMemoryEventLog());

  it('takes the time from the clock it is given, and never goes back', async () => {
    const times = [500.7, 300, 800];
    const log = new InMemoryEventLog({ now: () => times.shift() ?? 0 });
    for (const id of ['a', 'b', 'c']) await log.record([touch(id, 'p-1')]);
    expect((await all(log.readAll())).map(({ recordedAt }) => recordedAt)).toEqual([500, 500, 800]);
  });
});
