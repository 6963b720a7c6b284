import type { Door } from './door.ts';
import { Problem, type FieldError } from './problem.ts';
import { writeJson, write } from './write.ts';

/** Errors of other parts that are the asker's to mend, by name: how this door calls them. */
const known: Readonly<Record<string, (error: Error) => Problem>> = {
  BadMapping: (error) => new Problem('badRequest', 'invalid_mapping', `the mapping cannot be used: ${error.message}`, issuesOf(error)),
  CommanderError: (error) => new Problem('badRequest', 'invalid_command', error.message.replace(/^error: /, '')),
};

const issuesOf = (error: Error): readonly FieldError[] => ('issues' in error ? (error.issues as readonly FieldError[]) : []);

/** What a thrown thing is at this door. */
export function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (!(error instanceof Error)) return new Problem('failed', 'failed', String(error));
  return known[error.name]?.(error) ?? new Problem('failed', codeOf(error), error.message);
}

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
