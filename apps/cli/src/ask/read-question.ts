import type { Question, Raw } from '@kithline/metrics';
import { readQuestion as readNamed } from '@kithline/network/asking';
import { positionals } from './question-options.ts';

/** The question that was typed. @throws Problem with everything that is wrong with it */
export function readQuestion(name: string, args: readonly string[], options: Raw): Question {
  const placed = Object.fromEntries(positionals(name).map((place, i) => [place, args[i]]));
  return readNamed(name, { ...options, ...placed });
}
