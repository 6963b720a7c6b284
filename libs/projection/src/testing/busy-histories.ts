import { purposes, storedId, type TouchpointEvent, wireType } from '@kithline/touchpoints';
import fc from 'fast-check';
import { days, sources, timeOf } from './cast.ts';
import { type Said, sayings } from './sayings.ts';

/** What is recorded at a place of a history: when it happened, where it was told, what; or an amendment of another place, before or after. */
const told = fc.record({
  day: fc.nat(days).map((day) => day - (day % 3)), // so that many share an instant
  source: fc.constantFrom(sources[0], sources[0], sources[0], sources[1]),
  said: fc.oneof(...sayings.map(([weight, arbitrary]) => ({ weight, arbitrary }))),
  amends: fc.option(fc.record({ place: fc.nat(90), annuls: fc.boolean(), day: fc.nat(days) }), { freq: 7 }),
});
type Told = typeof told extends fc.Arbitrary<infer Value> ? Value : never;

const event = (i: number, { day, source }: Told, { type, subject, data }: Said): TouchpointEvent => ({
  ...{ specversion: '1.0', id: `${i}`, source, type: wireType(type), time: timeOf(day), subject, data },
});

/** An amendment stands in the stream of what it amends, be that an amendment itself. */
function amendment(i: number, all: readonly Told[], { place, annuls, day }: NonNullable<Told['amends']>): TouchpointEvent {
  const target = all[place]!;
  const data = { target: storedId(target.source, `${place}`), reason: 'mistake', ...(annuls ? {} : { patch: { time: timeOf(day) } }) };
  return event(i, all[i]!, { type: annuls ? 'EventAnnulled' : 'EventCorrected', subject: target.said.subject, data });
}

/** Nothing is counted of those of whom nothing is known but that they never consented, so most histories begin with a statement. */
const statement: Said = {
  type: 'ConsentBasisDeclared',
  subject: 'consent-basis/b0',
  data: { basisId: 'b0', source: sources[0], purposes, statement: 'Signed at the desk.' },
};
const begun = (all: readonly Told[], covered: boolean): readonly Told[] =>
  covered ? [{ day: 0, source: sources[1], said: statement, amends: null }, ...all] : all;

/**
 * Everything that may be recorded, in any order: every type of event, late ones and many at one instant, merges and their reversals,
 * erasures and consents withdrawn, corrections and annulments, those of amendments included.
 */
export const busyHistories = fc
  .tuple(fc.array(told, { maxLength: 90, size: 'max' }), fc.nat(4))
  .map(([rest, luck]) => begun(rest, luck > 0))
  .map((all) =>
    all.map((each, i) =>
      each.amends && each.amends.place < all.length && each.amends.place !== i ? amendment(i, all, each.amends) : event(i, each, each.said),
    ),
  );
