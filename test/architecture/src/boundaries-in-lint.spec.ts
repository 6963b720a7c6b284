import { type Plant, rulesBrokenBy } from './lint.ts';

const plant = (rule: string, file: string, source: string): Plant => ({ rule, file, source });
const nx = '@nx/enforce-module-boundaries';
const own = 'kithline/who-may-import-whom';

const plants = [
  plant(nx, 'libs/metrics/src/planted.ts', "export { readAll } from '@kithline/log';"),
  plant(nx, 'libs/touchpoints/src/planted.ts', "export { readAll } from '@kithline/log';"),
  plant(nx, 'libs/log/src/planted.ts', "export { DAY } from '../../touchpoints/src/time.ts';"),
  plant(nx, 'libs/metrics/src/planted.ts', "export { Ajv2020 } from 'ajv/dist/2020.js';"),
  plant(nx, 'apps/cli/src/planted.ts', "export * from 'better-sqlite3';"),
  plant(own, 'libs/log/src/planted.ts', "export * from 'better-sqlite3';"),
  plant(own, 'libs/graph/src/planted.ts', "export type { TouchpointEvent } from '@kithline/touchpoints';"),
  plant(own, 'libs/graph/src/planted.ts', "export type E = import('@kithline/touchpoints').TouchpointEvent;"),
  plant(own, 'libs/metrics/src/planted.ts', "export const all = import('@kithline/touchpoints');"),
];
const allowed = plant('', 'libs/touchpoints/src/planted.ts', "export { Ajv2020 } from 'ajv/dist/2020.js';");
const answers = rulesBrokenBy([...plants, allowed]);

describe('Lint', () => {
  it.each(plants.map((each, i) => ({ ...each, rules: answers[i] })))('finds by $rule in $file: $source', ({ rule, rules }) => {
    expect(rules).toContain(rule);
  });

  it('passes what is at home, deep imports included', () => {
    expect(answers.at(-1)).toEqual([]);
  });
});
