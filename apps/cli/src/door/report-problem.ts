import type { Door } from './door.ts';
import { Problem, type FieldError } from './problem.ts';
import { writeJson, write } from './write.ts';

const fielded = (error: Error): readonly FieldError[] =>
  'field' in error && typeof error.field === 'string' ? [{ field: error.field, message: error.message }] : [];
const listed = (error: Error, name: 'issues' | 'problems'): readonly FieldError[] =>
  (error as Error & Readonly<Record<string, readonly FieldError[] | undefined>>)[name] ?? [];
const misspelt = (message: string): Problem => new Problem('badRequest', 'invalid_command', message, [{ field: 'command', message }]);

/** What is wrong with a log because of what was typed. */
const mendable = ['missing', 'no-folder', 'exists'];

/** Errors of other parts that are the asker's to mend, by name: how this door calls them. */
const known: Readonly<Record<string, (error: Error) => Problem>> = {
  BadMapping: (error) =>
    new Problem('badRequest', 'invalid_mapping', `the mapping cannot be used: ${error.message}`, listed(error, 'issues')),
  CommanderError: (error) => misspelt(error.message.replace(/^error: /, '')),
  InvalidArgumentError: (error) => misspelt(error.message),
  InvalidEvent: (error) => new Problem('badRequest', 'invalid_event', error.message, listed(error, 'problems')),
  InvalidOption: (error) =>
    new Problem('badRequest', 'invalid_question', `${String(fielded(error)[0]?.field)} ${error.message}`, fielded(error)),
  LogUnavailable: (error) => {
    const code = codeOf(error);
    return new Problem(mendable.includes(code) ? 'conflict' : 'failed', `log_${code.replaceAll('-', '_')}`, error.message);
  },
  RestoreRefused: (error) => new Problem('conflict', 'restore_refused', `${error.message}; nothing was restored`),
  RuleBroken: (error) => new Problem('conflict', 'rule_broken', error.message),
  Unknown: (error) => new Problem('notFound', 'unknown', error.message, fielded(error)),
};

/** What a thrown thing is at this door. */
export function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (!isError(error)) return new Problem('failed', 'failed', String(error));
  return known[error.name]?.(error) ?? new Problem('failed', codeOf(error), error.message);
}

/** Told by its looks: what better-sqlite3 and worker threads throw may be of another realm. */
const isError = (error: unknown): error is Error => typeof error === 'object' && error !== null && 'message' in error;

/** `LogLocked` → `log_locked`; what the system reports keeps its own code (`enospc`). */
const codeOf = (error: Error): string => {
  const code = 'code' in error && typeof error.code === 'string' ? error.code.toLowerCase() : undefined;
  return code ?? (error.name === 'Error' ? 'failed' : error.name.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toLowerCase());
};

/** Tells of a problem: on stderr, as one JSON object when JSON was asked for. */
export async function reportProblem(problem: Problem, { err }: Door, json: boolean): Promise<void> {
  if (json) return writeJson(err, problem);
  const inDetail = problem.errors.length === 1 && problem.message.includes(problem.errors[0]?.message ?? '');
  const fields = inDetail ? [] : problem.errors.map(({ field, message }) => `  ${field}: ${message}\n`);
  await write(err, `kithline: ${problem.message}\n${fields.join('')}`);
}
