import type { EventLog } from '../event-log.ts';
import { appendsToAStream } from './appending.contract.ts';
import { followsTheLog } from './following.contract.ts';
import { takesAnyPosition } from './positions.contract.ts';
import { readsTheLog } from './reading.contract.ts';
import { recordsFacts } from './recording.contract.ts';

/** Opens a log that nobody has written to yet; the contract closes it. */
export type Open = () => Promise<EventLog>;

/** What every event log must do. Each adapter's spec is one call of this. */
export function behavesLikeAnEventLog(open: Open): void {
  describe('as any event log', () => {
    let log: EventLog;
    beforeEach(async () => {
      log = await open();
    });
    afterEach(() => log.close());

    describe('when a stream is appended to', () => appendsToAStream(() => log));
    describe('when facts are recorded', () => recordsFacts(() => log));
    describe('when it is read', () => readsTheLog(() => log));
    describe('when it is asked by position', () => takesAnyPosition(() => log));
    describe('when it is followed', () => followsTheLog(() => log));
  });
}
