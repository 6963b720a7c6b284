import type { GraphChange } from '@kithline/graph';
import type { Recorded } from '@kithline/log';
import type { Amendments } from './amendments.ts';
import { factOf } from './fact-of.ts';

/** A recorded event under its stored id. */
export type Identified = Readonly<{ id: string; recorded: Recorded }>;

/**
 * What one event changes in the graph. Total over every type, and pure: an ordinary event is recorded as it reads under the amendments
 * known by then (one may have come before its target); an amendment makes its target read anew. `target` is the event an amendment
 * comes down to, undefined while that is not there yet.
 * @throws InvalidEvent when a correction makes no valid event
 */
export function project(event: Identified, amendments: Amendments, target?: Identified): readonly GraphChange[] {
  const { id, recorded } = target ?? event;
  const reading = amendments.effective(id, recorded.event);
  const fact = reading && factOf(reading, recorded.position);
  if (target) return [fact ? { change: 'replace', fact } : { change: 'retract', position: recorded.position }];
  return fact ? [{ change: 'record', fact }] : [];
}
