import { describe, expect, it } from '@jest/globals';
import { problemsOfData, shapeOf } from '@kithline/touchpoints';
import { bodyExample, fieldsOfBody, surroundingSchemas } from '../openapi/command-body.ts';
import { exampleOfAll } from '../openapi/event-fields.ts';
import { fieldsOf, problemsOfBody } from './read-body.ts';
import { type CommandRoute, commandRoutes } from './table.ts';

type Json = Record<string, unknown>;

/** A body with every field there is. */
const fullBody = (route: CommandRoute): Json => ({ ...exampleOfAll(fieldsOfBody(route).properties) });

/** What the schema of the event says of the data in a body, by field. */
function schemaSays(route: CommandRoute, body: Json): string[] {
  const { key } = shapeOf(route.becomes);
  const data = Object.fromEntries(Object.entries(body).filter(([name]) => !(name in surroundingSchemas)));
  return problemsOfData(route.becomes, { ...(key && { [key]: 'x-1' }), ...data }).map(({ field }) =>
    field.replace('data.', '').replace(/\.\d+$/, ''),
  );
}
const bodySays = (route: CommandRoute, body: Json): string[] => problemsOfBody(route.Body, body).map(({ field }) => field);

/** Values that no field, or only some, can take. */
const odd: readonly unknown[] = [
  null,
  '',
  'a/b',
  'two\nlines',
  'not a code!',
  'x'.repeat(300),
  7,
  -1,
  true,
  [],
  ['a', 'a'],
  [1],
  {},
  '2026-03-02',
  'Berlin',
];

/** Bodies that are wrong in one field, or want it. */
function* wrongBodies(route: CommandRoute): Generator<Json> {
  const full = fullBody(route);
  yield { ...full, colour: 'red' };
  for (const name of Object.keys(fieldsOfBody(route).properties).filter((field) => !(field in surroundingSchemas))) {
    const { [name]: _, ...less } = full;
    yield less;
    for (const value of odd) yield { ...full, [name]: value };
  }
}

const byEvent = commandRoutes.filter(
  ({ command, collection }) => command !== 'RevokeConsentBasis' && (collection === 'referrals' || !command.endsWith('Event')),
);

describe.each(byEvent.map((route) => [route.command, route] as const))('The body of %s', (_, route) => {
  it('has the fields of its event, and what surrounds it', () => {
    const { properties, required } = fieldsOfBody(route);
    expect(fieldsOf(new route.Body())).toEqual(Object.keys(properties).sort());
    expect(bodySays(route, {}).sort()).toEqual([...required].sort());
  });

  it('takes what the schema of its event takes', () => {
    for (const body of [bodyExample(route), fullBody(route)]) {
      expect(bodySays(route, body)).toEqual([]);
      expect(schemaSays(route, body)).toEqual([]);
    }
  });

  it('refuses what the schema of its event refuses, by the same fields', () => {
    for (const body of wrongBodies(route)) {
      const said = { body, fields: [...new Set(bodySays(route, body))].sort() };
      expect(said).toEqual({ body, fields: [...new Set(schemaSays(route, body))].sort() });
    }
  });
});

describe('A field called constructor', () => {
  const referring = byEvent.find(({ command }) => command === 'MakeReferral')!;
  const correcting = commandRoutes.find(({ command }) => command === 'CorrectEvent')!;

  it.each([null, 'x', {}, 7, [1]])('is no field, whatever it says: %j', (constructor) => {
    expect(bodySays(referring, { ...fullBody(referring), constructor })).toEqual(['constructor']);
    expect(bodySays(referring, { ...fullBody(referring), source: { kind: 'directory', constructor } })).toEqual(['source.constructor']);
    expect(bodySays(correcting, { ...fullBody(correcting), patch: { precision: 'day', constructor } })).toEqual(['patch.constructor']);
  });

  it('is told beside all else that is wrong', () => {
    const { personId: _, ...less } = fullBody(referring);
    expect(bodySays(referring, { ...less, constructor: {}, colour: 'red' }).sort()).toEqual(['colour', 'constructor', 'personId']);
  });
});

describe('What a correction changes a field to', () => {
  const correcting = commandRoutes.find(({ command }) => command === 'CorrectEvent')!;
  const says = (data: object) => problemsOfBody(correcting.Body, { ...fullBody(correcting), patch: { data } });

  it('is a value that a field may have', () => {
    expect(says({ roles: [[['a']]], score: 7, reason: null })).toEqual([]);
    expect(says({ score: JSON.parse('1e400') as number })).toEqual([{ field: 'patch.data', message: 'must be a finite number' }]);
    const deep = JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`) as unknown;
    expect(says({ roles: deep })).toEqual([{ field: 'patch.data', message: 'must not be nested more than 4 deep' }]);
  });
});

describe('What surrounds an event', () => {
  const [route] = byEvent as [CommandRoute];

  it.each([
    ['time', 'today'],
    ['timeto', 3],
    ['precision', 'hour'],
    ['actor', 'a,b'],
    ['community', null],
  ])('is refused by its field: %s', (field, value) => expect(bodySays(route, { ...fullBody(route), [field]: value })).toEqual([field]));
});
