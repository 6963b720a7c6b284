import { Matcher } from './pattern.ts';
import { attended, made, touched } from '../testing/facts.ts';
import { on } from '../testing/drafts.ts';
import { happened } from './testing/happened.ts';

describe('An event pattern', () => {
  const ofAna = happened(touched('ana', on(1)), touched('ana', on(2), 'outreach'), attended('r1', 's1', on(3)), made('r1', 'ana', on(5)));

  /** The days (from day 0) of ana's entries that match, as of V. */
  const days = (validAt: number, ...patterns: ConstructorParameters<typeof Matcher>[1][number][]): number[] => {
    const matcher = new Matcher(ofAna, patterns, validAt);
    const { timelines, journal } = ofAna;
    const ana = journal.tables.persons.find('ana');
    const entries = Array.from({ length: timelines.offsets[ana + 1]! - timelines.offsets[ana]! }, (_, i) => timelines.offsets[ana]! + i);
    return entries.filter((entry) => matcher.matches(entry)).map((entry) => (timelines.at[entry]! - on(0)) / 86_400_000);
  };

  it('takes every kind of its type, one, or all but one', () => {
    expect(days(on(9), { type: 'TouchpointRecorded' })).toEqual([1, 2]);
    expect(days(on(9), { type: 'TouchpointRecorded', kind: 'workshop' })).toEqual([1]);
    expect(days(on(9), { type: 'TouchpointRecorded', except: 'workshop' })).toEqual([2]);
    expect(days(on(9), { type: 'TouchpointRecorded', kind: 'never seen' })).toEqual([]);
  });

  it('does not know whose a session is while its referral is not made yet', () => {
    expect(days(on(9), { type: 'SessionAttended' })).toEqual([3]);
    expect(days(on(4), { type: 'SessionAttended' })).toEqual([]);
  });
});
