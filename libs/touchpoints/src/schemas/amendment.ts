import { precisions } from '../precision.ts';
import type { Field } from './field.ts';
import { code, instant, oneOf, uuid } from './field.ts';
import { canonicalPatch, type Patch } from './patch.ts';
import { shapesOf } from './shape.ts';

const ofAnyStream = shapesOf('any');
const target = uuid('The stored id of the event, in the same stream.');

const orNull = (schema: object) => ({ anyOf: [schema, { type: 'null' }] });
const patch: Field<Patch> & { readonly optional: false } = {
  schema: {
    description: 'A JSON Merge Patch (RFC 7396) over time, timeto, precision and data; null takes a field away.',
    type: 'object',
    properties: {
      time: instant('When it happened.').schema,
      timeto: orNull(instant('When it ended, where only an interval is known.').schema),
      precision: orNull(oneOf('How exactly the time is known.', precisions).schema),
      data: { type: 'object', description: 'Fields of the data.', propertyNames: { pattern: '^[A-Za-z][A-Za-z0-9]*$' } },
    },
    additionalProperties: false,
    minProperties: 1,
  },
  optional: false,
  canonical: canonicalPatch,
};

export const amendmentShapes = {
  EventAnnulled: ofAnyStream('An event should not have been recorded; from now on it never was. Annulling a correction takes it back.', {
    target,
    reason: code('Why.'),
  }),
  EventCorrected: ofAnyStream(
    'An event was recorded wrongly. Corrections apply in the order of positions, each on the result of the last.',
    {
      target,
      reason: code('Why.'),
      patch,
    },
  ),
};
