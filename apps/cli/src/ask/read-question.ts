import { isQuestion, parseQuestion, type Question, type Raw } from '@kithline/metrics';
import { Problem } from '../door/problem.ts';
import { positionals } from './question-options.ts';

/** The question that was typed. @throws Problem with everything that is wrong with it */
export function readQuestion(name: string, args: readonly string[], options: Raw): Question {
  if (!isQuestion(name)) throw new Problem('badRequest', 'unknown_question', `there is no question "${name}"`);
  const named = Object.fromEntries(positionals(name).map((place, i) => [place, args[i]]));
  const parsed = parseQuestion(name, { ...options, ...named });
  if ('question' in parsed) return parsed.question as Question;
  const errors = parsed.problems.map(({ field, message }) => ({ field, message }));
  throw new Problem('badRequest', 'invalid_question', errors.map(({ field, message }) => `${field} ${message}`).join('; '), errors);
}
