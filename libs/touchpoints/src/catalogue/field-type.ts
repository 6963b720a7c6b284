import type { JsonSchema } from '../schemas/field.ts';

type Properties = Readonly<Record<string, JsonSchema>>;

const formats: Readonly<Record<string, string>> = {
  id: 'id',
  'date-time': 'date-time',
  'time-zone': 'time zone',
  uuid: 'stored id',
  line: 'text',
};

/** What may stand in a field, in a few words: `id`, `code`, `list of id` … */
export function fieldType(schema: JsonSchema): string {
  if (Array.isArray(schema['enum'])) return schema['enum'].map((word) => `\`${word}\``).join(', ');
  if ('pattern' in schema) return 'code';
  if (schema['type'] === 'array') return `list of ${fieldType(schema['items'] as JsonSchema)}`;
  if (schema['type'] === 'object') return objectType(schema);
  if (schema['type'] === 'number') return 'minimum' in schema ? 'number, at least 0' : 'number';
  return `${formats[schema['format'] as string]}${'maxLength' in schema ? ` of at most ${schema['maxLength'] as number} characters` : ''}`;
}

function objectType({ properties, required = [] }: JsonSchema): string {
  const names = Object.keys(properties as Properties);
  return `{ ${names.map((name) => `${name}${(required as string[]).includes(name) ? '' : '?'}`).join(', ')} }`;
}
