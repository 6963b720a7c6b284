/**
 * Lints sources that are in no file: [{ file, source, typed }] as JSON on stdin, the ids of the rules that each breaks as JSON on stdout.
 * A process of its own, since ESLint and Nx do not load inside Jest's modules. `typed` runs the rules that need types, for which `file` must exist.
 */
import { text } from 'node:stream/consumers';
import { createProjectGraphAsync } from '@nx/devkit';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

const cwd = new URL('../../../', import.meta.url).pathname;
const untyped = {
  ...tseslint.configs.disableTypeChecked,
  files: ['**/*.ts'],
  languageOptions: { parserOptions: { projectService: false, project: false } },
};

await createProjectGraphAsync(); // without it @nx/enforce-module-boundaries is skipped
const eslints = { typed: new ESLint({ cwd }), untyped: new ESLint({ cwd, overrideConfig: untyped }) };

const broken = async ({ file, source, typed }) => {
  const [result] = await eslints[typed ? 'typed' : 'untyped'].lintText(source, { filePath: file });
  return result.messages.map(({ ruleId, message }) => ruleId ?? message);
};
const answers = [];
for (const plant of JSON.parse(await text(process.stdin))) answers.push(await broken(plant));
process.stdout.write(`\n${JSON.stringify(answers)}`);
