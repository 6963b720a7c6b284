import { whyNotAnId } from '../ids.ts';
import { type Precision, precisions } from '../precision.ts';
import { canonicalInstant } from '../schemas/canonical-instant.ts';
import { formats, whyNotALine } from '../schemas/formats.ts';
import { ranksOf } from '../schemas/order.ts';

type Why = (value: string) => string | undefined;

const line =
  (most: number): Why =>
  (value) => {
    if (value === '') return 'must not be empty';
    return value.length > most ? `must have at most ${most} characters` : whyNotALine(value);
  };

const dateTime: Why = (value) => (canonicalInstant(value) === undefined ? formats['date-time']?.(value) : undefined);

/** The attributes of an event in their one order, and why a value is not one. What depends on the type is checked with the data. */
export const attributes: readonly Readonly<{ name: string; required: boolean; why: Why }>[] = [
  { name: 'specversion', required: true, why: (value) => (value === '1.0' ? undefined : 'must be "1.0"') },
  { name: 'id', required: true, why: whyNotAnId },
  { name: 'source', required: true, why: line(1024) },
  { name: 'type', required: true, why: () => undefined },
  { name: 'time', required: true, why: dateTime },
  { name: 'subject', required: true, why: () => undefined },
  { name: 'community', required: false, why: whyNotAnId },
  { name: 'actor', required: false, why: whyNotAnId },
  { name: 'correlationid', required: false, why: line(256) },
  { name: 'causationid', required: false, why: line(256) },
  {
    name: 'precision',
    required: false,
    why: (value) => (precisions.includes(value as Precision) ? undefined : `must be one of ${precisions.join(', ')}`),
  },
  { name: 'timeto', required: false, why: dateTime },
];

/** Every key of a stored event, in order. */
export const envelopeRanks = ranksOf([...attributes.map(({ name }) => name), 'data']);

/** What a sender may say beside it and is not stored: CloudEvents' description of `data`, and what an export adds. */
const dropped: Readonly<Record<string, Why>> = {
  datacontenttype: (value) => (/^application\/json *(;|$)/i.test(value) ? undefined : 'must be application/json'),
  dataschema: () => undefined,
  recordedat: () => undefined,
  hash: () => undefined,
};

const byName = new Map(attributes.map((attribute) => [attribute.name, attribute.why]));

/** The attributes without which there is no event. */
export const required: readonly string[] = attributes.filter((attribute) => attribute.required).map(({ name }) => name);

/** Why `value` cannot stand in the attribute `name`, or undefined when it can. */
export function whyNotAttribute(name: string, value: unknown): string | undefined {
  const why = byName.get(name);
  if (!why) return whyNotDropped(name, value);
  return typeof value === 'string' ? why(value) : 'must be a string';
}

function whyNotDropped(name: string, value: unknown): string | undefined {
  const why = Object.hasOwn(dropped, name) ? dropped[name] : undefined;
  if (name === 'data_base64') return 'is not read: give the data as JSON in data';
  if (!why) return 'is not an attribute of an event here';
  return name === 'datacontenttype' && typeof value !== 'string' ? 'must be a string' : why(String(value));
}
