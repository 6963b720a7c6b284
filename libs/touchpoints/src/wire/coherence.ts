import type { EventType } from '../event-types.ts';
import type { TouchpointEvent } from '../event.ts';
import { type Patch, whyNotAFieldValue } from '../schemas/patch.ts';
import type { Problem } from '../schemas/problem.ts';
import { type Instant, parseInstant } from '../time.ts';

type Data = Readonly<Record<string, unknown>>;
type Check = (data: Data, time: string) => Problem | undefined;

/** The fields below are known to hold date-times. */
const instantOf = (value: unknown): Instant => parseInstant(value as string);

const endsAfterItBegins: Check = ({ startsAt, endsAt }) =>
  instantOf(endsAt) < instantOf(startsAt) ? { field: 'data.endsAt', message: 'must not be before data.startsAt' } : undefined;

const changesFieldsToWhatTheyMayBe: Check = ({ patch }) => {
  for (const [name, value] of Object.entries((patch as Patch).data ?? {})) {
    const message = whyNotAFieldValue(value);
    if (message !== undefined) return { field: `data.patch.data.${name}`, message };
  }
  return undefined;
};

/** What holds beside the shape of an event, whose fields are each valid by themselves; a JSON Schema cannot say it. */
const checks: Readonly<Partial<Record<EventType, Check>>> = {
  IntroductionMade: ({ until }, time) =>
    until !== undefined && instantOf(until) <= instantOf(time)
      ? { field: 'data.until', message: 'must be later than the time of the event' }
      : undefined,
  EngagementScheduled: endsAfterItBegins,
  EngagementHeld: endsAfterItBegins,
  EventCorrected: changesFieldsToWhatTheyMayBe,
};

/** The first contradiction within an event whose fields are valid, or undefined. */
export function incoherence(type: EventType, { time, timeto, data }: TouchpointEvent): Problem | undefined {
  if (timeto != null && parseInstant(timeto) < parseInstant(time)) return { field: 'timeto', message: 'must not be before time' };
  return checks[type]?.(data, time);
}
