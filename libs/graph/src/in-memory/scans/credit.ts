import type { ConversionQuestion } from '../../questions/conversions.ts';

/**
 * The credit of each unit of one person, in order of their engagements, given the event that is each one's success (-1: none). An event that
 * several units share is credited by the rule of METRICS C9: to the last engagement before it, the first, all, or in equal parts.
 */
export function credited(successes: readonly number[], rule: ConversionQuestion['credit']): readonly number[] {
  return successes.map((success, unit) => {
    if (success < 0) return 0;
    if (rule === 'all') return 1;
    if (rule === 'last') return Number(successes.lastIndexOf(success) === unit);
    if (rule === 'first') return Number(successes.indexOf(success) === unit);
    return 1 / successes.filter((other) => other === success).length;
  });
}
