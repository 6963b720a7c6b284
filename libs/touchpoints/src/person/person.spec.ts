import { specFor } from '../testing/given.ts';
import { personDecider } from './decide.ts';
import type { PersonFact } from './events.ts';

const given = specFor(personDecider);
const at = '2026-03-02T10:00:00Z';
const data = { measurementId: 'm-1', personId: 'p-ben', instrument: 'PHQ-9', version: '1', total: 14 };
const measured: PersonFact = { type: 'OutcomeMeasured', at, data };
const pair = { survivorId: 'p-ben', mergedId: 'p-benjamin' };
const merged: PersonFact = { type: 'PersonsMerged', at, data: pair };
const reversed: PersonFact = { type: 'MergeReversed', at, data: pair };

describe('A person', () => {
  it('answers a measure', () => given().when({ type: 'MeasureOutcome', at, data }).then(measured));

  it('has each measurement recorded once', () =>
    given(measured)
      .when({ type: 'MeasureOutcome', at, data: { ...data, total: 9 } })
      .thenRefused('A measurement is recorded once'));

  it('is merged with another id', () => given().when({ type: 'MergePersons', at, data: pair }).then(merged));

  it('is never merged with themselves', () =>
    given()
      .when({ type: 'MergePersons', at, data: { survivorId: 'p-ben', mergedId: 'p-ben' } })
      .thenRefused('Nobody is merged with themselves'));

  it('is parted again when the merge was wrong', () => given(merged).when({ type: 'ReverseMerge', at, data: pair }).then(reversed));

  it('is parted only from whom they were merged with', () =>
    given(merged)
      .when({ type: 'ReverseMerge', at, data: { ...pair, mergedId: 'p-cleo' } })
      .thenRefused('Only a merge that was made is reversed'));

  it('can be merged again after that', () => given(merged, reversed).when({ type: 'MergePersons', at, data: pair }).then(merged));

  it('stays merged while one of two merges stands', () =>
    given(merged, merged, reversed).when({ type: 'MergePersons', at, data: pair }).thenNothingHappens());
});
