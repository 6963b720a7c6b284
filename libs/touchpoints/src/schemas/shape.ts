import type { Fields, JsonSchema } from './field.ts';
import { objectSchema } from './field.ts';
import { speller } from './order.ts';

/** The kinds of streams; a stream is named `<kind>/<id>`. */
export const streamKinds = [
  'community',
  'member',
  'introduction',
  'engagement',
  'referral',
  'consent',
  'consent-basis',
  'practitioner',
  'person',
] as const;
export type StreamKind = (typeof streamKinds)[number];

/** The shape of one event type: which stream it belongs to, what it means, and its fields. */
export type Shape<F extends Fields = Fields> = Readonly<{
  /** `any`: an amendment, which stands in the stream of the event it amends. */
  kind: StreamKind | 'any';
  /** The field whose value names the stream; undefined for an amendment. */
  key: string | undefined;
  meaning: string;
  fields: F;
  /** The JSON Schema of `data`. */
  schema: JsonSchema;
  /** Gives valid data its one spelling. */
  spell: (data: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;
}>;

/** `shapesOf('member', 'personId')` makes the shapes of the events of one stream kind. */
export const shapesOf =
  (kind: Shape['kind'], key?: string) =>
  <F extends Fields>(meaning: string, fields: F): Shape<F> => ({
    kind,
    key,
    meaning,
    fields,
    schema: objectSchema(meaning, fields),
    spell: speller(fields),
  });
