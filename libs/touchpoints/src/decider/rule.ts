import type { Fact } from './fact.ts';

/** A rule as programs know it (`code`: stable, in snake_case) and as people read it. */
export type RuleName = Readonly<{ code: string; sentence: string }>;

/** What must hold when a fact happens, as a sentence. `broken` is asked of the fact and of the state before it. */
export type Rule<State, F extends Fact = Fact> = RuleName & Readonly<{ broken: (fact: F, state: State) => boolean }>;

/** A command was refused: `message` is the rule's sentence, `code` names the rule for programs. */
export class RuleBroken extends Error {
  override name = 'RuleBroken';
  readonly code: string;
  constructor({ code, sentence }: RuleName) {
    super(sentence);
    this.code = code;
  }
}

/** `rulesOf<State, Facts>()` makes the rules of a stream, each for some types of facts: `rule(types, code, sentence, broken)`. */
export const rulesOf =
  <State, F extends Fact>() =>
  <T extends F['type']>(
    types: readonly T[],
    code: string,
    sentence: string,
    broken: (fact: Extract<F, { type: T }>, state: State) => boolean,
  ): Rule<State, F> => ({
    code,
    sentence,
    broken: (fact, state) => (types as readonly string[]).includes(fact.type) && broken(fact as Extract<F, { type: T }>, state),
  });
