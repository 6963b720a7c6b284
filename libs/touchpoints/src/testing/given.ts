import { type Decider } from '../decider/decider.ts';
import { RuleBroken } from '../decider/rule.ts';

/** given(past).when(command).then(...) for any decider. */
export const specFor =
  <State, Command, Event>({ decide, evolve, initial }: Decider<State, Command, Event>) =>
  (...past: Event[]) => ({
    when: (command: Command) => {
      const before = past.reduce(evolve, initial());
      return {
        then: (...expected: Event[]) => {
          const happened = decide(command, before);
          expect(happened).toEqual(expected);
          // asking again must change nothing
          expect(decide(command, happened.reduce(evolve, before))).toEqual([]);
        },
        thenNothingHappens: () => expect(decide(command, before)).toEqual([]),
        thenRefused: (sentence: string) => {
          expect(() => decide(command, before)).toThrow(RuleBroken);
          expect(() => decide(command, before)).toThrow(sentence);
        },
      };
    },
  });
