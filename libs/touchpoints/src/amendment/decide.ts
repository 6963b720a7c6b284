import { sameData } from '../decider/collections.ts';
import { deciderOf, type StreamDecider } from '../decider/decider.ts';
import { RuleBroken, type RuleName, rulesOf } from '../decider/rule.ts';
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
    rule(['EventCorrected'], 'what_is_annulled_is_not_corrected', 'What is annulled is not corrected', ({ data }, { annulled }) =>
      annulled.has(data.target),
    ),
  ],
});

/** What a command's target must be. */
const recorded = { code: 'only_what_is_recorded_is_amended', sentence: 'Only what is recorded in this stream is amended' };
const noAmendment = { code: 'an_amendment_is_not_corrected', sentence: 'An amendment is annulled, not corrected' };
const staysValid = { code: 'a_correction_leaves_a_valid_event', sentence: 'A correction leaves a valid event' };
const targetRules: readonly RuleName[] = [recorded, noAmendment, staysValid];

/** Beside its rules an amendment needs what it amends, which only a command brings with it. */
export const amendmentDecider: StreamDecider<Amendments, AmendmentCommand, AmendmentFact> = {
  ...byRules,
  rules: [...byRules.rules, ...targetRules],
  decide: (command, amendments) => {
    const facts = byRules.decide(command, amendments);
    if (facts.length > 0) fits(command);
    return facts;
  },
};

function fits(command: AmendmentCommand): void {
  if (!command.found) throw new RuleBroken(recorded);
  if (command.type === 'CorrectEvent') corrects(command.found, command.data.patch);
}

function corrects(found: TouchpointEvent, patch: Patch): void {
  if (['EventAnnulled', 'EventCorrected'].includes(coreType(found.type))) throw new RuleBroken(noAmendment);
  try {
    applyCorrection(found, patch);
  } catch (error) {
    if (!(error instanceof InvalidEvent)) throw error;
    throw new RuleBroken({ ...staysValid, sentence: `${staysValid.sentence}: ${error.message}` });
  }
}
