import type { JsonSchema } from '@kithline/touchpoints';
import { told } from './schema.ts';

const TIME = '2026-03-02T10:00:00Z';
const STORED_ID = '368d1598-067d-5272-a3d4-b2de4975823e';

/** An example of each field of events that is not one of a few words. */
const examples: Readonly<Record<string, unknown>> = {
  ...{ personId: 'p-ben', introduceeId: 'p-ben', introducerId: 'p-ana', referrerId: 'p-ana', practitionerId: 'p-dee', actor: 'p-dee' },
  ...{ communityId: 'c-mill', community: 'c-mill', name: 'Mill Lane', timeZone: 'Europe/London' },
  ...{ introductionId: 'i-1', touchpointId: 't-1', engagementId: 'g-1', referralId: 'r-17', otherId: 'r-9', sessionId: 's-1' },
  ...{ measurementId: 'm-1', instrument: 'PHQ-9', version: '1', total: 14, survivorId: 'p-ben', mergedId: 'p-benjamin' },
  ...{ weight: 1.5, capacity: 12, kind: 'drop-in', channel: 'in_person', format: 'workshop', goal: 'referral', reason: 'moved_away' },
  ...{ ref: 'listing-9', noticeVersion: '2026-01', specialisms: ['grief', 'anxiety'], communityIds: ['c-mill'] },
  ...{ categories: ['intake'], recipients: ['p-dee'], purposes: ['follow_up', 'outcome_stats', 'name_in_chain'] },
  ...{
    time: TIME,
    timeto: '2026-03-02T23:59:59Z',
    at: '2026-03-10T14:00:00Z',
    until: '2026-07-01T00:00:00Z',
    since: '2026-01-01T00:00:00Z',
  },
  ...{ startsAt: '2026-02-01T10:00:00Z', endsAt: '2026-02-01T11:30:00Z', observedFrom: '2026-03-03T00:00:00Z' },
  ...{ basisId: '666c3b26-645a-559e-b3d6-e66224a4a451', statement: 'Members agreed on paper when they joined', source: 'urn:partner:mill' },
  ...{ target: STORED_ID, data: { reason: 'died' } },
};

/** An example of a field, by its words or its name. @throws Error where there is none: the table above lacks it */
export function exampleOf(name: string, schema: JsonSchema): unknown {
  const {
    enum: words,
    properties,
    anyOf,
  } = schema as Readonly<{ enum?: readonly unknown[]; properties?: Properties; anyOf?: readonly JsonSchema[] }>;
  if (words) return words.includes(examples[name]) ? examples[name] : words[0];
  if (anyOf?.[0]) return exampleOf(name, anyOf[0]);
  if (properties && Object.keys(properties).length > 0) return exampleOfAll(properties);
  if (!(name in examples)) throw new Error(`no example of ${name}`);
  return examples[name];
}

type Properties = Readonly<Record<string, JsonSchema>>;

/** An example of several fields. */
export const exampleOfAll = (
  properties: Properties,
  names: readonly string[] = Object.keys(properties),
): Readonly<Record<string, unknown>> => Object.fromEntries(names.map((name) => [name, exampleOf(name, properties[name] ?? {})]));

/** An opaque identifier, as JSON Schema has it. */
export const anId = { type: 'string', minLength: 1, maxLength: 128, pattern: '^[^/,\\u0000-\\u001f\\u007f-\\u009f]+$' };
/** Words on one line. */
export const aLine = (most: number): JsonSchema => ({ type: 'string', minLength: 1, maxLength: most, ...formats['line'] });
/** The stored id of an event. */
export const aStoredId = { type: 'string', format: 'uuid', pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' };

const plain = '[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029]';
const formats: Readonly<Record<string, JsonSchema>> = {
  id: anId,
  line: { pattern: `^${plain}*$` },
  'time-zone': { minLength: 1, maxLength: 64, pattern: '^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*$' },
  uuid: aStoredId,
  'date-time': { format: 'date-time' },
};

type Parts = Readonly<{
  description?: string;
  format?: string;
  items?: JsonSchema;
  properties?: Properties;
  anyOf?: readonly JsonSchema[];
}>;

/** A schema of an event's field for the outside: our own formats as patterns, every field with an example. */
export function published(name: string, schema: JsonSchema): JsonSchema {
  const { description, anyOf } = schema as Parts;
  return told(plainly(name, schema), String(description ?? anyOf?.[0]?.['description']), itemOf(exampleOf(name, schema), schema));
}

/** The schema alone: what it says and its example stand around it. */
function plainly(name: string, schema: JsonSchema): JsonSchema {
  const { description: _, format = '', items, properties, anyOf, ...rest } = schema as Parts;
  return {
    ...rest,
    ...formats[format],
    ...(items && { items: published(name, items) }),
    ...(anyOf && { anyOf: anyOf.map((each) => plainly(name, each)) }),
    ...(properties && { properties: publishedAll(properties) }),
  };
}

/** Of a list's items the first example of the list. */
const itemOf = (example: unknown, { type }: JsonSchema): unknown => (Array.isArray(example) && type !== 'array' ? example[0] : example);

export const publishedAll = (properties: Properties): Properties =>
  Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, published(name, schema)]));
