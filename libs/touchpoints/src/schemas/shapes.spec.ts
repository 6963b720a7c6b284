import { Ajv2020 } from 'ajv/dist/2020.js';
import { eventTypes } from '../event-types.ts';
import { formats } from './formats.ts';
import { instantFields } from './patch.ts';
import { schemaOf, shapeOf } from './shapes.ts';

describe('The shapes of events', () => {
  it.each(eventTypes)('%s has a valid JSON Schema that says what each field means', (type) => {
    const schema = schemaOf(type);
    const ajv = new Ajv2020({ strict: true, formats: Object.fromEntries(Object.keys(formats).map((name) => [name, true])) });
    expect(ajv.validateSchema(schema)).toBe(true);
    expect(schema['additionalProperties']).toBe(false);
    for (const { schema: field } of Object.values(shapeOf(type).fields)) expect(field['description']).toMatch(/^\S.*[.…]$/);
  });

  it('keep the list of fields that hold a date-time', () => {
    const fields = eventTypes.flatMap((type) => Object.entries(shapeOf(type).fields));
    const instants = fields.filter(([, { schema }]) => schema['format'] === 'date-time').map(([name]) => name);
    expect(new Set(instants)).toEqual(instantFields);
    expect(fields.filter(([name, { schema }]) => instantFields.has(name) && schema['format'] !== 'date-time')).toEqual([]);
  });
});
