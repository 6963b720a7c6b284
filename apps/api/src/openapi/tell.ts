import type { JsonSchema } from '@kithline/touchpoints';
import { answerWords, type Word } from './answer-words.ts';

type Properties = Readonly<Record<string, JsonSchema>>;

/** A schema of an answer in which every field, however deep, says what it is and has an example. @throws Error for a field without words */
export function tell(schema: JsonSchema, own: Readonly<Record<string, Word>> = {}): JsonSchema {
  const { properties, items, anyOf, ...rest } = schema as Readonly<{
    properties?: Properties;
    items?: JsonSchema;
    anyOf?: readonly JsonSchema[];
  }>;
  return {
    ...rest,
    ...(items && { items: tell(items, own) }),
    ...(anyOf && { anyOf: anyOf.map((each) => tell(each, own)) }),
    ...(properties && { properties: mapped(properties, (name, inner) => withWord(name, tell(inner, own), own)) }),
  };
}

function withWord(name: string, schema: JsonSchema, own: Readonly<Record<string, Word>>): JsonSchema {
  const word = own[name] ?? answerWords[name];
  if (!word) throw new Error(`no words for the field ${name} of answers`);
  const [description, example] = word;
  const words = schema['enum'] as readonly unknown[] | undefined;
  return { description, ...schema, examples: [exampleFor(schema, words, example)] };
}

/** One of the words where there are few. */
function exampleFor(schema: JsonSchema, words: readonly unknown[] | undefined, example: unknown): unknown {
  if ('const' in schema) return schema['const'];
  return words && !words.includes(example) ? words[0] : example;
}

const mapped = (properties: Properties, change: (name: string, schema: JsonSchema) => JsonSchema): Properties =>
  Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, change(name, schema)]));

/** An example of what a schema of an answer describes: of every field that must be there its own example. */
export function exampleOfAnswer(schema: JsonSchema): Readonly<Record<string, unknown>> {
  const { properties = {}, required = [] } = schema as Readonly<{ properties?: Properties; required?: readonly string[] }>;
  return Object.fromEntries(required.map((name) => [name, (properties[name]?.['examples'] as readonly unknown[] | undefined)?.[0]]));
}
