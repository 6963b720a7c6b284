import { sameData } from '../decider/collections.ts';
import { deciderOf, type StreamDecider } from '../decider/decider.ts';
import { RuleBroken, rulesOf } from '../decider/rule.ts';
import { coreType, type TouchpointEvent } from '../event.ts';
import { canonicalPatch, type Patch } from '../schemas/patch.ts';
import { applyCorrection } from '../wire/apply-correction.ts';
import { InvalidEvent } from '../wire/invalid-event.ts';
import type { AmendmentCommand } from './commands.ts';
import type { AmendmentFact } from './events.ts';
import { type Amendments, evolve, initial } from './state.ts';

const rule = rulesOf<Amendments, AmendmentFact>();

const byRules = deciderOf<Amendments, AmendmentCommand, AmendmentFact>({
  initial,
  evolve,
  becomes: { AnnulEvent: 'EventAnnulled', CorrectEvent: 'EventCorrected' },
  complete: (fact) => (fact.type === 'EventCorrected' ? { ...fact, data: { ...fact.data, patch: canonicalPatch(fact.data.patch) } } : fact),
  alreadySo: ({ type, data }, { annulled, corrected }) =>
    type === 'EventAnnulled' ? annulled.has(data.target) : sameData(corrected.get(data.target), data.patch),
  rules: [
    rule(['EventCorrected'], 'what-is-annulled-is-not-corrected', 'What is annulled is not corrected', ({ data }, { annulled }) =>
      annulled.has(data.target),
    ),
  ],
});

/** Beside its rules an amendment needs what it amends, which only a command brings with it. */
export const amendmentDecider: StreamDecider<Amendments, AmendmentCommand, AmendmentFact> = {
  ...byRules,
  decide: (command, amendments) => {
    const facts = byRules.decide(command, amendments);
    if (facts.length > 0) fits(command);
    return facts;
  },
};

function fits(command: AmendmentCommand): void {
  if (!command.found)
    throw new RuleBroken({ code: 'only-what-is-recorded-is-amended', sentence: 'Only what is recorded in this stream is amended' });
  if (command.type === 'CorrectEvent') corrects(command.found, command.data.patch);
}

function corrects(found: TouchpointEvent, patch: Patch): void {
  if (['EventAnnulled', 'EventCorrected'].includes(coreType(found.type))) {
    throw new RuleBroken({ code: 'an-amendment-is-not-corrected', sentence: 'An amendment is annulled, not corrected' });
  }
  try {
    applyCorrection(found, patch);
  } catch (error) {
    if (!(error instanceof InvalidEvent)) throw error;
    throw new RuleBroken({ code: 'a-correction-leaves-a-valid-event', sentence: `A correction leaves a valid event: ${error.message}` });
  }
}
