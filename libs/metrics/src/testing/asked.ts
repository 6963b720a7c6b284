import { parseQuestion, type Raw } from '../spelling/parse-question.ts';
import type { Asked, QuestionName } from '../spelling/questions.ts';

/** A question as it is spelled; nothing is hidden in its answer unless asked for. */
export function asked<Name extends QuestionName>(name: Name, raw: Raw = {}): Asked<Name> {
  const parsed = parseQuestion(name, { disclosure: 'none', ...raw });
  if ('problems' in parsed) throw new Error(parsed.problems.map(({ field, message }) => `${field}: ${message}`).join('\n'));
  return parsed.question;
}
