import { Problem, type FieldError, type ProblemKind } from './problem.ts';

/** Errors by their name, and what they are at a door. */
export type Translations = Readonly<Record<string, (error: Error) => Problem>>;

const fielded = (error: Error): readonly FieldError[] =>
  'field' in error && typeof error.field === 'string' ? [{ field: error.field, message: error.message }] : [];

/** The fields an error lists under a name. */
export const listed = (error: Error, name: 'issues' | 'problems'): readonly FieldError[] =>
  (error as Error & Readonly<Record<string, readonly FieldError[] | undefined>>)[name] ?? [];

/** What is wrong with a log because of what was asked, or only for now; anything else is a failure. */
const troubles: Readonly<Record<string, ProblemKind>> = {
  missing: 'conflict',
  'no-folder': 'conflict',
  exists: 'conflict',
  unavailable: 'unavailable',
  denied: 'forbidden',
  'too-large': 'tooLarge',
};

/** The same of a graph on a server: whether and when it is there is not for who asks to mend. */
const graphTroubles: Readonly<Record<string, ProblemKind>> = {
  unavailable: 'unavailable',
  'timed-out': 'unavailable',
  'not-prepared': 'unavailable',
  missing: 'unavailable',
  denied: 'forbidden',
  'too-large': 'tooLarge',
};

/** Errors of the libraries that are the asker's to mend. */
const known: Translations = {
  AnotherLog: (error) => new Problem('unavailable', 'graph_of_another_log', error.message),
  GraphMoved: (error) => new Problem('unavailable', 'graph_moved', error.message),
  GraphUnavailable: (error) => {
    const code = codeOf(error);
    return new Problem(graphTroubles[code] ?? 'failed', `graph_${code.replaceAll('-', '_')}`, error.message);
  },
  IdReused: (error) => new Problem('conflict', 'id_reused', error.message, [{ field: 'id', message: error.message }]),
  InvalidEvent: (error) => new Problem('badRequest', 'invalid_event', error.message, listed(error, 'problems')),
  InvalidOption: (error) =>
    new Problem('badRequest', 'invalid_question', `${String(fielded(error)[0]?.field)} ${error.message}`, fielded(error)),
  LogUnavailable: (error) => {
    const code = codeOf(error);
    return new Problem(troubles[code] ?? 'failed', `log_${code.replaceAll('-', '_')}`, error.message);
  },
  NotAList: (error) => new Problem('badRequest', 'invalid_batch', `the body ${error.message}`),
  NotParked: (error) => new Problem('notFound', 'not_parked', `${error.message}: kithline parked lists what is`, fielded(error)),
  RestoreRefused: (error) => new Problem('conflict', 'restore_refused', `${error.message}; nothing was restored`),
  RuleBroken: (error) => new Problem('conflict', 'rule_broken', error.message),
  Unknown: (error) => new Problem('notFound', 'unknown', error.message, fielded(error)),
};

/** What a thrown thing is at a door; `own` are the errors that only this door knows, or sees in a way of its own. */
export function toProblem(error: unknown, own: Translations = {}): Problem {
  if (error instanceof Problem) return error;
  if (!isError(error)) return new Problem('failed', 'failed', String(error));
  const translate = own[error.name] ?? known[error.name];
  return translate?.(error) ?? new Problem('failed', codeOf(error), error.message);
}

/** Told by its looks: what better-sqlite3 and worker threads throw may be of another realm. */
const isError = (error: unknown): error is Error => typeof error === 'object' && error !== null && 'message' in error;

/** `LogLocked` → `log_locked`; what the system reports keeps its own code (`enospc`). */
const codeOf = (error: Error): string => {
  const code = 'code' in error && typeof error.code === 'string' ? error.code.toLowerCase() : undefined;
  return code ?? (error.name === 'Error' ? 'failed' : error.name.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toLowerCase());
};
