import { sameData } from '../decider/collections.ts';
import { deciderOf } from '../decider/decider.ts';
import { rulesOf } from '../decider/rule.ts';
import { parseInstant } from '../time.ts';
import type { IntroductionCommand } from './commands.ts';
import type { IntroductionFact } from './events.ts';
import { evolve, initial, type Introduction } from './state.ts';

const rule = rulesOf<Introduction, IntroductionFact>();

export const introductionDecider = deciderOf<Introduction, IntroductionCommand, IntroductionFact>({
  initial,
  evolve,
  becomes: {
    MakeIntroduction: 'IntroductionMade',
    AcceptIntroduction: 'IntroductionAccepted',
    DeclineIntroduction: 'IntroductionDeclined',
  },
  alreadySo: ({ type, data }, { made, answer }) => (type === 'IntroductionMade' ? sameData(made, data) : answer === type),
  rules: [
    rule(
      ['IntroductionMade'],
      'nobody_introduces_themselves',
      'Nobody introduces themselves',
      ({ data }) => data.introducerId === data.introduceeId,
    ),
    rule(['IntroductionMade'], 'an_introduction_is_made_once', 'An introduction is made once', (_, { made }) => made !== undefined),
    rule(
      ['IntroductionAccepted', 'IntroductionDeclined'],
      'only_an_open_introduction_is_answered',
      'Only an open introduction is accepted or declined',
      ({ at }, introduction) => !isOpen(introduction, parseInstant(at)),
    ),
  ],
});

/** Open on [time, until), and until it is answered. */
function isOpen({ made, at, answer }: Introduction, now: number): boolean {
  if (!made || at === undefined || answer !== undefined) return false;
  return now >= parseInstant(at) && (made.until === undefined || now < parseInstant(made.until));
}
