import { canonicalInstant } from './canonical-instant.ts';

/** A JSON Schema, draft 2020-12. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** One field of an event's data. `holds` exists for the compiler only: it is the type of the field's values. */
export type Field<T = unknown> = Readonly<{
  schema: JsonSchema;
  optional: boolean;
  /** Turns a valid value into its one spelling; absent where every valid value is its own. */
  canonical?: (value: never) => unknown;
  holds?: T;
}>;

export type Fields = Readonly<Record<string, Field>>;

type Held<F> = F extends Field<infer T> ? T : never;
type OptionalKeys<F extends Fields> = { [K in keyof F]: F[K] extends { optional: true } ? K : never }[keyof F];

/** The type of the data that these fields describe. */
export type Data<F extends Fields> = Readonly<
  { [K in Exclude<keyof F, OptionalKeys<F>>]: Held<F[K]> } & { [K in OptionalKeys<F>]?: Held<F[K]> }
>;

type Required<T> = Field<T> & { readonly optional: false };

const field = <T>(schema: JsonSchema): Required<T> => ({ schema, optional: false });

/** The field may be left out. */
export const optional = <T>(given: Field<T>): Field<T> & { readonly optional: true } => ({ ...given, optional: true });

/** An opaque identifier (ids.ts). */
export const id = (description: string): Required<string> => field({ description, type: 'string', format: 'id' });

/** The stored id of an event. */
export const uuid = (description: string): Required<string> => field({ description, type: 'string', format: 'uuid' });

/** A code out of an open list. Free text has no place in an event, since nobody can take it back. */
export const code = (description: string): Required<string> =>
  field({ description, type: 'string', pattern: '^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$' });

/** Words of at most `maxLength` characters on one line. */
export const text = (description: string, maxLength: number): Required<string> =>
  field({ description, type: 'string', format: 'line', minLength: 1, maxLength });

/** An RFC 3339 date-time, stored in UTC. */
export const instant = (description: string): Required<string> => ({
  ...field<string>({ description, type: 'string', format: 'date-time' }),
  canonical: canonicalInstant,
});

export const timeZone = (description: string): Required<string> => field({ description, type: 'string', format: 'time-zone' });

/** One word out of a closed list. */
export const oneOf = <const W extends readonly string[]>(description: string, words: W): Required<W[number]> =>
  field({ description, type: 'string', enum: words });

/** A finite number, not below `minimum` where there is one. */
export const number = (description: string, minimum?: number): Required<number> =>
  field({ description, type: 'number', ...(minimum === undefined ? {} : { minimum }) });

/** Several different values. */
export const list = <T>(description: string, { schema }: Field<T>, minItems = 0): Required<readonly T[]> =>
  field({ description, type: 'array', items: schema, minItems, uniqueItems: true });

/** The JSON Schema of an object with exactly these fields. */
export function objectSchema(description: string, fields: Fields): JsonSchema {
  const required = Object.keys(fields).filter((name) => fields[name]?.optional === false);
  const properties = Object.fromEntries(Object.entries(fields).map(([name, { schema }]) => [name, schema]));
  return { description, type: 'object', properties, required, additionalProperties: false };
}
