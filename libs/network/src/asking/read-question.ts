import { isQuestion, parseQuestion, type Answerable, type Asked, type Question, type Raw } from '@kithline/metrics';
import { Problem } from '../problem/problem.ts';

/** The question that was asked, from its options by name. @throws Problem with everything that is wrong with it */
export function readQuestion(name: 'events', raw: Raw): Asked<'events'>;
export function readQuestion(name: Answerable['question'], raw: Raw): Answerable;
export function readQuestion(name: string, raw: Raw): Question;
export function readQuestion(name: string, raw: Raw): Question {
  if (!isQuestion(name)) throw new Problem('badRequest', 'unknown_question', `there is no question "${name}"`);
  const parsed = parseQuestion(name, raw);
  if ('question' in parsed) return parsed.question as Question;
  const errors = parsed.problems.map(({ field, message }) => ({ field, message }));
  throw new Problem('badRequest', 'invalid_question', errors.map(({ field, message }) => `${field} ${message}`).join('; '), errors);
}
