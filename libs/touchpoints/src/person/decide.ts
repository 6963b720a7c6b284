import { sameData } from '../decider/collections.ts';
import { deciderOf } from '../decider/decider.ts';
import { rulesOf } from '../decider/rule.ts';
import type { PersonCommand } from './commands.ts';
import type { PersonFact } from './events.ts';
import { evolve, initial, type Person } from './state.ts';

const rule = rulesOf<Person, PersonFact>();

export const personDecider = deciderOf<Person, PersonCommand, PersonFact>({
  initial,
  evolve,
  becomes: { MeasureOutcome: 'OutcomeMeasured', MergePersons: 'PersonsMerged', ReverseMerge: 'MergeReversed' },
  alreadySo,
  rules: [
    rule(['OutcomeMeasured'], 'a_measurement_is_recorded_once', 'A measurement is recorded once', ({ data }, { measured }) =>
      measured.has(data.measurementId),
    ),
    rule(
      ['PersonsMerged', 'MergeReversed'],
      'nobody_is_merged_with_themselves',
      'Nobody is merged with themselves',
      ({ data }) => data.mergedId === data.survivorId,
    ),
    rule(
      ['MergeReversed'],
      'only_a_merge_is_reversed',
      'Only a merge that was made is reversed',
      ({ data }, { merged }) => !merged.get(data.mergedId),
    ),
  ],
});

function alreadySo({ type, data }: PersonFact, { measured, merged }: Person): boolean {
  switch (type) {
    case 'OutcomeMeasured':
      return sameData(measured.get(data.measurementId), data);
    case 'PersonsMerged':
      return (merged.get(data.mergedId) ?? 0) > 0;
    case 'MergeReversed':
      return merged.get(data.mergedId) === 0;
  }
}
