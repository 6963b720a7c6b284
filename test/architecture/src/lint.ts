import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './tree.ts';

/** A source as if it were in that file, and the rule that it must break; `''` = none. `typed`: the rule needs types, the file exists. */
export type Plant = Readonly<{ file: string; source: string; rule: string; typed?: boolean }>;

/** The rules that each source breaks under the project's own ESLint configuration, each named once. */
export function rulesBrokenBy(plants: readonly Plant[]): readonly string[][] {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, 'lint.mjs')], {
    cwd: root,
    input: JSON.stringify(plants),
    encoding: 'utf8',
    env: { ...process.env, NX_DAEMON: 'false' },
  });
  if (status !== 0) throw new Error(`lint.mjs ended with ${status}: ${stderr}`);
  const answers = JSON.parse(stdout.slice(stdout.lastIndexOf('\n'))) as string[][];
  return answers.map((rules) => [...new Set(rules)]);
}
