import type { JsonSchema } from '@kithline/touchpoints';

/** A part of an OpenAPI 3.1 document, whose schemas are JSON Schema 2020-12. */
export type Part = Readonly<Record<string, unknown>>;

/** A schema with a description and an example, as every field of the document has them. */
export const told = (schema: JsonSchema, description: string, example: unknown): JsonSchema => ({
  ...schema,
  description,
  examples: [example],
});

export const refTo = (section: string, name: string): Part => ({ $ref: `#/components/${section}/${name}` });

/** Content of one type, with an example. */
export const content = (type: string, schema: Part, example: unknown): Part => ({ [type]: { schema, example } });

/** A parameter of the path, query or header. */
export function parameter(
  where: 'path' | 'query' | 'header',
  name: string,
  {
    description,
    schema,
    example,
    required = where === 'path',
  }: Readonly<{ description: string; schema: Part; example: unknown; required?: boolean }>,
): Part {
  return { name, in: where, description, required, schema, example };
}

/** A schema of an object all of whose fields are there. */
export const objectOf = (description: string, properties: Readonly<Record<string, Part>>): Part => ({
  type: 'object',
  description,
  properties,
  required: Object.keys(properties),
});
