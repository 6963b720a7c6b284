import type { EventType } from '../event-types.ts';
import type { AnyCommand } from './command.ts';
import type { Fact } from './fact.ts';
import { type Rule, RuleBroken, type RuleName } from './rule.ts';

/** What may happen next in one stream. Pure: no clock, no random ids, no look-ups; asking twice changes nothing. */
export type Decider<State, Command, Event> = Readonly<{
  initial: () => State;
  /**
   * The facts that a command brings about; none when it is so already.
   * @throws RuleBroken
   */
  decide: (command: Command, state: State) => readonly Event[];
  /** The state after a fact. Total: facts from elsewhere come in any order. */
  evolve: (state: State, event: Event) => State;
}>;

/** A decider that can also judge a fact from elsewhere, which is recorded whatever the rules say. */
export type StreamDecider<State, Command, F> = Decider<State, Command, F> &
  Readonly<{
    /** For each command the fact that it asks for. */
    becomes: Readonly<Record<string, EventType>>;
    /** The codes of the rules that a fact breaks, given the state before it. */
    breaches: (fact: F, state: State) => readonly string[];
    /** Every rule that may refuse one of its commands. */
    rules: readonly RuleName[];
  }>;

/** All that tells one stream kind from another. */
export type Ways<State, C extends AnyCommand, F extends Fact> = Readonly<{
  initial: () => State;
  evolve: (state: State, fact: F) => State;
  /** For each command the fact that it asks for. */
  becomes: Readonly<Record<C['type'], F['type']>>;
  /** Whether the state is as if the fact had happened. */
  alreadySo: (fact: F, state: State) => boolean;
  /** The rules for everything that happens. */
  rules: readonly Rule<State, F>[];
  /** Rules for commands alone: facts from elsewhere need not know them. */
  commandRules?: readonly Rule<State, F>[];
  /** Fills in what a command may leave out. */
  complete?: (fact: F, state: State) => F;
  /** What happens beside the fact. */
  alongside?: (command: C, fact: F, state: State) => readonly F[];
}>;

/** The decider of a stream kind. */
export function deciderOf<State, C extends AnyCommand, F extends Fact>(ways: Ways<State, C, F>): StreamDecider<State, C, F> {
  const { initial, evolve, alreadySo, rules, commandRules = [], complete = (fact) => fact, alongside = () => [] } = ways;
  return {
    initial,
    evolve,
    becomes: ways.becomes,
    rules: [...rules, ...commandRules].map(({ code, sentence }) => ({ code, sentence })),
    breaches: (fact, state) => rules.filter(({ broken }) => broken(fact, state)).map(({ code }) => code),
    decide: (command, state) => {
      const fact = complete(factAskedBy(command, ways.becomes[command.type as C['type']]) as F, state);
      if (alreadySo(fact, state)) return [];
      const broken = [...rules, ...commandRules].find((rule) => rule.broken(fact, state));
      if (broken) throw new RuleBroken(broken);
      return [fact, ...alongside(command, fact, state)];
    },
  };
}

/** Fields that are undefined are left out, as they are in an event. */
function factAskedBy({ at, actor, data }: AnyCommand, type: string): object {
  const given = Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined));
  return { type, at, ...(actor !== undefined && { actor }), data: given };
}
