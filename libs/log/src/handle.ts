import { setTimeout as wait } from 'node:timers/promises';
import { decisionOn, type Handled, handledBy, type Request } from './decision.ts';
import { type EventLog, RevisionConflict } from './event-log.ts';

/** How often a command is decided anew because somebody else wrote its stream in the meantime. */
const retries = 5;

/**
 * Reads a stream, decides, and appends what was decided at the revision it was decided on. `jitter`: a number from 0 to 1, drawn anew each
 * time, for how long to wait before trying again, so that two writers do not meet for ever.
 * @throws RuleBroken, InvalidEvent, IdReused; RevisionConflict when the stream was changed each time, or is not at the revision expected
 */
export async function handle(log: EventLog, request: Request, jitter: () => number): Promise<Handled> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await decideOnce(log, request);
    } catch (error) {
      if (!(error instanceof RevisionConflict) || request.expected !== undefined || attempt === retries) throw error;
      await wait(jitter() * 5 * 2 ** attempt);
    }
  }
}

async function decideOnce(log: EventLog, request: Request): Promise<Handled> {
  const decision = decisionOn(request, await log.readStream(request.stream));
  if ('handled' in decision) return decision.handled;
  return handledBy(decision.events, await log.append(request.stream, decision.events, decision.behind));
}
