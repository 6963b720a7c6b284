import { listed, Problem, toProblem as toProblemOfAll, type Translations } from '@kithline/network';
import type { Door } from './door.ts';
import { writeJson, write } from './write.ts';

const misspelt = (message: string): Problem => new Problem('badRequest', 'invalid_command', message, [{ field: 'command', message }]);

/** Errors that only a command line meets. */
const own: Translations = {
  BadMapping: (error) =>
    new Problem('badRequest', 'invalid_mapping', `the mapping cannot be used: ${error.message}`, listed(error, 'issues')),
  BadSettings: (error) => {
    const lines = error.message.split('\n').map((message) => ({ field: message.split(' ', 1)[0] ?? '', message }));
    return new Problem('badRequest', 'invalid_settings', lines.map(({ message }) => message).join('; '), lines);
  },
  CommanderError: (error) => misspelt(error.message.replace(/^error: /, '')),
  InvalidArgumentError: (error) => misspelt(error.message),
};

/** What a thrown thing is at this door. */
export const toProblem = (error: unknown): Problem => toProblemOfAll(error, own);

/** Tells of a problem: on stderr, as one JSON object when JSON was asked for. */
export async function reportProblem(problem: Problem, { err }: Door, json: boolean): Promise<void> {
  if (json) return writeJson(err, problem);
  if (problem.code === 'invalid_settings') return write(err, problem.errors.map(({ message }) => `kithline: ${message}\n`).join(''));
  const inDetail = problem.errors.length === 1 && problem.message.includes(problem.errors[0]?.message ?? '');
  const fields = inDetail ? [] : problem.errors.map(({ field, message }) => `  ${field}: ${message}\n`);
  await write(err, `kithline: ${problem.message}\n${fields.join('')}`);
}
