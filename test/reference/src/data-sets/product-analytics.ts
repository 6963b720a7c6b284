import { cloudEvents, touchpoint, type Told } from './cloud-events.ts';

/** A hand-written case of retention: events, a question, and the counts by interval of entry and interval since. */
export type Case = Readonly<{
  family: string;
  name: string;
  persons: Readonly<Record<string, readonly string[]>>;
  events: readonly Readonly<{ distinct_id: string; event: string; timestamp: string; some_property: string | null }>[];
  period: 'hour' | 'day' | 'week_sunday' | 'month';
  date_to: string;
  intervals: number;
  target: string;
  returning: string;
  mode: 'recurring' | 'first_time';
  filter: Readonly<{ event_some_property?: string; person?: readonly string[] }> | null;
  expected_counts: readonly (readonly number[])[];
}>;

const DAY = 86_400_000;

/** Weeks begin on Sunday there and on Monday here: everything of such a case happens a day later. */
const shiftOf = ({ period }: Case): number => (period === 'week_sunday' ? DAY : 0);

/** Kinds have no signs and no blanks. With `property` the kind also tells the property, so that it can be asked for. */
const kindOf = (event: string, property: string | null | undefined): string => {
  const name = event.replace(/^\$/, '').replaceAll(' ', '-');
  return property == null ? name : `${name}.${property}`;
};

/**
 * The events of a case: each person in a community of their own, so that persons can be chosen; further ids of a person are merged into
 * the first; what carries the property that is asked for is a kind of its own.
 */
export function eventsOf(asked: Case): object[] {
  const personOf = new Map(Object.entries(asked.persons).flatMap(([person, ids]) => ids.map((id) => [id, person] as const)));
  const byProperty = asked.filter?.event_some_property !== undefined;
  const touches = asked.events.map(({ distinct_id: id, event, timestamp, some_property: property }, i) =>
    touchpoint(i, new Date(Date.parse(timestamp) + shiftOf(asked)).toISOString(), {
      personId: id,
      communityId: personOf.get(id) ?? id,
      kind: kindOf(event, byProperty ? property : null),
    }),
  );
  return cloudEvents(`urn:kithline:reference:${asked.name}`, [...touches, ...mergers(asked)]);
}

const mergers = ({ persons }: Case): Told[] =>
  Object.values(persons).flatMap(([survivorId = '', ...others]) =>
    others.map((mergedId) => ({
      id: `merged-${mergedId}`,
      type: 'PersonsMerged',
      subject: `person/${survivorId}`,
      time: '2021-01-01T00:00:00Z',
      data: { survivorId, mergedId },
    })),
  );

/** How the case is asked. It is over when its last interval is. First-time there means: entered at the first event of that kind. */
export function questionOf(asked: Case): string {
  const property = asked.filter?.event_some_property;
  const period = { hour: '1h', day: 'day', week_sunday: 'week', month: 'month' }[asked.period];
  const start = `TouchpointRecorded:${kindOf(asked.target, property)}`;
  const returning = `TouchpointRecorded:${kindOf(asked.returning, property)}`;
  const entry = asked.mode === 'recurring' ? 'recurring' : 'first-matching';
  const whose = asked.filter?.person ? ` --community ${asked.filter.person.join(',')}` : '';
  const table = `retention --by cohort --period ${period} --periods ${asked.intervals} --valid-at ${intervalStart(asked, asked.intervals)}`;
  return `${table} --start ${start} --return ${returning} --entry ${entry}${whose}`;
}

/** When interval `i` of a case begins, counted so that its last, `intervals - 1`, is the one that holds `date_to`. */
export function intervalStart(asked: Case, i: number): string {
  const end = new Date(Date.parse(asked.date_to) + shiftOf(asked));
  const [year, month, day] = [end.getUTCFullYear(), end.getUTCMonth(), end.getUTCDate()];
  const back = asked.intervals - 1 - i;
  const starts = {
    hour: () => Date.UTC(year, month, day, end.getUTCHours() - back),
    day: () => Date.UTC(year, month, day - back),
    week_sunday: () => Date.UTC(year, month, day - ((end.getUTCDay() + 6) % 7) - 7 * back),
    month: () => Date.UTC(year, month - back),
  };
  return new Date(starts[asked.period]()).toISOString();
}
