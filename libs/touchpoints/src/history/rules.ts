import { amendmentDecider } from '../amendment/decide.ts';
import type { RuleName } from '../decider/rule.ts';
import { deciders } from './deciders.ts';

/** Every rule by which a command may be refused, once, in the order of codes. */
export const rules: readonly RuleName[] = [
  ...new Map([...Object.values(deciders), amendmentDecider].flatMap((decider) => decider.rules).map((rule) => [rule.code, rule])).values(),
].sort((a, b) => (a.code < b.code ? -1 : 1));
