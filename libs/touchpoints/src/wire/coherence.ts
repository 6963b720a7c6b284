import { parseInstant } from '../time.ts';
import type { Problem } from '../schemas/problem.ts';

type Data = Readonly<Record<string, unknown>>;
type Check = (data: Data, time: string) => Problem | undefined;

const endsAfterItBegins: Check = ({ startsAt, endsAt }) =>
  parseInstant(String(endsAt)) < parseInstant(String(startsAt))
    ? { field: 'data.endsAt', message: 'must not be before data.startsAt' }
    : undefined;

/** What holds between fields of one event that are each valid by themselves; a JSON Schema cannot say it. */
const checks: Readonly<Record<string, Check>> = {
  IntroductionMade: ({ until }, time) =>
    until !== undefined && !(parseInstant(String(until)) > parseInstant(time))
      ? { field: 'data.until', message: 'must be later than the time of the event' }
      : undefined,
  EngagementScheduled: endsAfterItBegins,
  EngagementHeld: endsAfterItBegins,
};

/** The first contradiction within an event whose fields are valid, or undefined. */
export function incoherence(type: string, time: string, timeto: string | undefined, data: Data): Problem | undefined {
  if (timeto !== undefined && parseInstant(timeto) < parseInstant(time)) return { field: 'timeto', message: 'must not be before time' };
  return checks[type]?.(data, time);
}
