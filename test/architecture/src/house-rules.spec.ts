import { broken, kept } from './house-rule-plants.ts';
import { rulesBrokenBy } from './lint.ts';

/** A source, short enough for a title. */
const shown = (source: string): string => JSON.stringify(source.slice(0, 80));
const answers = rulesBrokenBy([...broken, ...kept]);

describe('A planted violation', () => {
  it.each(broken.map((plant, i) => ({ ...plant, shown: shown(plant.source), rules: answers[i] })))(
    'in $file breaks $rule: $shown',
    ({ rule, rules }) => {
      expect(rules).toEqual([rule]);
    },
  );
});

describe('What the house rules allow', () => {
  it.each(kept.map((plant, i) => ({ ...plant, shown: shown(plant.source), rules: answers[broken.length + i] })))(
    'passes in $file: $shown',
    ({ rules }) => {
      expect(rules).toEqual([]);
    },
  );
});
