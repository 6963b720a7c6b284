import type { ReadWritten } from './date-format.ts';
import { isObject, type Place } from './mapping-issues.ts';

/** What a part of a mapping is bound to: its own place (for what is wrong with it), the table's columns, and how dates are written. */
export type Binding = Readonly<{
  place: Place;
  columns: readonly string[];
  formats: readonly ReadWritten[];
  timeZone: string;
  /** The event's field that is being filled: `data.referralId`. */
  field: string;
  /** The JSON Schema of that field: whether a text becomes a number, an instant, a list … */
  schema: Readonly<Record<string, unknown>>;
}>;

/** The same binding one key further down, in the mapping and in the event. A key that the event does not have is refused. */
export function within(binding: Binding, key: string): Binding {
  const place = binding.place.at(key);
  const properties = isObject(binding.schema.properties) ? binding.schema.properties : {};
  const schema = properties[key];
  if (!isObject(schema)) place.refuse(`is not a field here; there are ${Object.keys(properties).join(', ')}`);
  const field = binding.field === '' ? key : `${binding.field}.${key}`;
  return { ...binding, place, field, schema: isObject(schema) ? schema : {} };
}
