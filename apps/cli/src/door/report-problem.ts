import { type FieldError, listed, Problem, toProblem as toProblemOfAll, type Translations } from '@kithline/network';
import type { Door } from './door.ts';
import { writeJson, write } from './write.ts';

const misspelt = (message: string): Problem => new Problem('badRequest', 'invalid_command', message, [{ field: 'command', message }]);

/** Errors that only a command line meets. */
const own: Translations = {
  BadMapping(error) {
    const issues = listed(error, 'issues');
    const what = issues.length === 1 ? error.message : `${issues.length} things in it are wrong`;
    return new Problem('badRequest', 'invalid_mapping', `the mapping cannot be used: ${what}`, issues);
  },
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
  const { message, errors } = problem;
  const isAllSaid = errors.every((error) => message.includes(error.message));
  if (isAllSaid && errors.length > 1) return write(err, errors.map((error) => `kithline: ${sentence(error)}\n`).join(''));
  const fields = isAllSaid ? [] : errors.map((error) => `  ${error.field}: ${error.message}\n`);
  await write(err, `kithline: ${message}\n${fields.join('')}`);
}

/** What is said of a setting begins with its name. */
const sentence = ({ field, message }: FieldError): string => (message.startsWith(field) ? message : `${field} ${message}`);
