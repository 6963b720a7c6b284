import { storedId } from '@kithline/touchpoints';
import { type EventLog, RevisionConflict } from './event-log.ts';
import { handle } from './handle.ts';
import { InMemoryEventLog } from './in-memory/in-memory-event-log.ts';
import { context, handlesCommands, join, stream } from './testing/handling.contract.ts';
import { touch } from './testing/touches.ts';

/** A log in which somebody else writes the stream each time before an append, as often as told. */
function contested(log: EventLog, times: number): EventLog {
  let left = times;
  return new Proxy(log, {
    get: (target, name) => {
      const own: unknown = Reflect.get(target, name, target);
      if (typeof own !== 'function') return own;
      if (name !== 'append') return own.bind(target) as unknown;
      return async (...given: Parameters<EventLog['append']>) => {
        if (left-- > 0) await target.record([touch(`other-${left}`, 'p-1')]);
        return target.append(...given);
      };
    },
  });
}

describe('Handling a command', () => {
  handlesCommands(async () => {
    const log = new InMemoryEventLog();
    return { log, handle: (request) => handle(log, request, () => 0) };
  });

  describe('while somebody else writes its stream', () => {
    let log: EventLog;
    beforeEach(() => {
      log = new InMemoryEventLog();
    });
    const request = { stream, command: join, context: context('cmd-1') };

    it('is decided anew', async () => {
      const { events } = await handle(contested(log, 5), request, () => 0);
      const all = await log.readStream(stream);
      expect(all).toHaveLength(6);
      expect(events).toEqual([{ id: storedId('urn:test:door', all.at(-1)!.event.id), type: 'MemberJoined' }]);
    });

    it('is refused at once when that is not at the revision expected', async () => {
      const asked = handle(contested(log, 1), { ...request, expected: 'no-stream' }, () => 0);
      await expect(asked).rejects.toMatchObject({ expected: 'no-stream', actual: 0 });
    });

    it('gives up after five times, and waits longer each time', async () => {
      const drawn: number[] = [];
      const jitter = () => drawn.push(0) * 0;
      await expect(handle(contested(log, 6), request, jitter)).rejects.toThrow(RevisionConflict);
      expect(drawn).toHaveLength(5);
      expect(await log.readStream(stream)).toHaveLength(6);
    });
  });
});
