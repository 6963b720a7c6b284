/** As much of JSON Schema as answers need. */
export type Schema = Readonly<{
  type?: string | readonly string[];
  description?: string;
  enum?: readonly unknown[];
  const?: unknown;
  properties?: Readonly<Record<string, Schema>>;
  required?: readonly string[];
  additionalProperties?: boolean;
  items?: Schema;
  anyOf?: readonly Schema[];
  pattern?: string;
  format?: string;
  minimum?: number;
  maximum?: number;
}>;

export type Properties = Readonly<Record<string, Schema>>;

/** An object with exactly these properties: undefined is null, never absent; those called `optional` alone may be absent. */
export const exactly = (properties: Properties, optional: readonly string[] = []): Schema => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  additionalProperties: false,
});

export const listOf = (items: Schema): Schema => ({ type: 'array', items });
export const orNull = (schema: Schema & Readonly<{ type: string }>): Schema => ({ ...schema, type: [schema.type, 'null'] });

export const flag: Schema = { type: 'boolean' };
export const text: Schema & Readonly<{ type: string }> = { type: 'string' };
/** Hidden or undefined when null. */
export const number: Schema = { type: ['number', 'null'] };
export const count: Schema = { type: ['number', 'null'], minimum: 0 };
export const proportion: Schema = { type: ['number', 'null'], minimum: 0, maximum: 1 };
export const id: Schema = orNull(text);
/** RFC 3339; of what touches a masked person the local date. */
export const moment: Schema = orNull({ type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\d(T\\d\\d:\\d\\d:\\d\\d(\\.\\d{3})?Z)?$' });

/** The same schema for several names. */
export const all = (schema: Schema, ...names: readonly string[]): Properties => Object.fromEntries(names.map((name) => [name, schema]));
