import { type ParkedOrder, Problem, readPosition, readReason } from '@kithline/network';

type Query = Readonly<Record<string, unknown>>;

/** @throws Problem with what is no parameter here */
function readOnly(query: unknown, names: readonly string[]): Query {
  const given = query as Query;
  const strangers = Object.keys(given).filter((name) => !names.includes(name));
  if (strangers.length === 0) return given;
  const errors = strangers.map((field) => ({ field, message: `is no parameter here; those are ${names.join(', ')}` }));
  throw new Problem('badRequest', 'invalid_option', errors.map(({ field, message }) => `${field} ${message}`).join('; '), errors);
}

const wrong = (field: string, message: string): Problem =>
  new Problem('badRequest', 'invalid_option', `${field} ${message}`, [{ field, message }]);

/** `position`, once or several times, or else `all`. @throws Problem */
export function readRetry(query: unknown): ParkedOrder {
  const { position, all } = readOnly(query, ['position', 'all']);
  const isAll = all === '' || all === 'true';
  if (!isAll && all !== undefined && all !== 'false') throw wrong('all', 'must be true or false');
  if (isAll === (position !== undefined)) throw wrong('position', 'must name what to try again, unless all is true');
  return { retry: isAll ? 'all' : [position].flat().map((one) => readPosition(String(one))) };
}

/** One `position` and a `reason`. @throws Problem */
export function readSkip(query: unknown): ParkedOrder {
  const { position, reason } = readOnly(query, ['position', 'reason']);
  return { skip: readPosition(String(position)), reason: readReason(typeof reason === 'string' ? reason : undefined) };
}
