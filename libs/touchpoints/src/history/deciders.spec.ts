import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { type EventType, eventTypes } from '../event-types.ts';
import { coreType, type TouchpointEvent } from '../event.ts';
import { shapeOf } from '../schemas/shapes.ts';
import { streamKinds } from '../schemas/shape.ts';
import { amendmentDecider } from '../amendment/decide.ts';
import { breachesOf } from './breaches-of.ts';
import { deciders } from './deciders.ts';
import { rules } from './rules.ts';

const corpus = readFileSync(new URL('../upcast/corpus/v1.ndjson', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n');
const events = corpus.map((line) => JSON.parse(line) as TouchpointEvent);
const kindOf = ({ type }: TouchpointEvent) => shapeOf(coreType(type) as EventType).kind;

/** Events of one stream kind and amendments, in any order, any of them several times, at a few times. */
const arbitraryStream = fc.constantFrom(...streamKinds).chain((kind) => {
  const ofTheKind = events.filter((event) => [kind, 'any'].includes(kindOf(event)));
  const one = fc.record({ event: fc.constantFrom(...ofTheKind), hour: fc.integer({ min: 10, max: 14 }) });
  return fc.array(
    one.map(({ event, hour }) => ({ ...event, time: `2026-03-02T${hour}:00:00Z`, subject: `${kind}/x` })),
    { maxLength: 12 },
  );
});

describe('The deciders', () => {
  it('judge facts of every type in any order', () =>
    fc.assert(
      fc.property(arbitraryStream, (stream) => {
        for (const code of breachesOf(stream)) expect(code).toMatch(/^[a-z]+(_[a-z]+)+$/);
      }),
    ));

  it('have one command for each event type', () => {
    const asked = [...Object.values(deciders), amendmentDecider].flatMap(({ becomes }) => Object.values<EventType>(becomes));
    expect(asked.sort()).toEqual([...eventTypes].sort());
  });
});

describe('The rules', () => {
  it('have a code and a sentence each, and no two sentences share a code', () => {
    const named = [...Object.values(deciders), amendmentDecider].flatMap((decider) => decider.rules);
    for (const { code, sentence } of named) {
      expect(code).toMatch(/^[a-z]+(_[a-z]+)+$/);
      expect(rules.find((rule) => rule.code === code)).toEqual({ code, sentence });
    }
    expect(rules.length).toBeGreaterThan(50);
  });
});
