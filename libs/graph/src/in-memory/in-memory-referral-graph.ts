import type { Instant, PersonId } from '@kithline/touchpoints';
import type { Checkpoint } from '../graph-store.ts';
import type { Naming } from '../naming.ts';
import type { Conversions, ConversionQuestion } from '../questions/conversions.ts';
import type { Durations, LapseQuestion, LatencyQuestion } from '../questions/durations.ts';
import type { OutcomePairs, OutcomeQuestion } from '../questions/outcomes.ts';
import type { ReReferralQuestion, ReReferrals } from '../questions/re-referrals.ts';
import type { ReturnCounts, ReturnQuestion } from '../questions/returns.ts';
import type { Chain, ChainQuestion, Introduced, IntroducedQuestion, PathQuestion, Paths } from '../questions/walks.ts';
import type { Community, ReferralGraph } from '../referral-graph.ts';
import type { Derived } from './derived.ts';
import { communitiesAt, knowsPerson, spanAt } from './presence.ts';
import { conversions } from './scans/conversions.ts';
import { lapses } from './scans/lapses.ts';
import { latencies } from './scans/latencies.ts';
import { outcomes } from './scans/outcomes.ts';
import { reReferrals } from './scans/re-referrals.ts';
import { returns } from './scans/returns.ts';
import { chain } from './walks/chain.ts';
import { introduced } from './walks/introduced.ts';
import { paths } from './walks/paths.ts';

/** The questions of the port, each a scan or a walk of its own. */
export class InMemoryReferralGraph implements ReferralGraph {
  readonly position: number;
  readonly recordedAt: Instant | null;
  readonly #derived: Derived;
  readonly #naming: Naming;

  constructor(derived: Derived, checkpoint: Pick<Checkpoint, 'position' | 'recordedAt'>, naming: Naming) {
    this.#derived = derived;
    this.#naming = naming;
    this.position = checkpoint.position;
    this.recordedAt = checkpoint.recordedAt;
  }

  async communities(validAt: Instant): Promise<readonly Community[]> {
    return communitiesAt(this.#derived, validAt);
  }
  async span(validAt: Instant): Promise<Readonly<{ from: Instant; to: Instant }> | null> {
    return spanAt(this.#derived, validAt);
  }
  async knows(person: PersonId, validAt: Instant): Promise<boolean> {
    return this.#naming.of(person) !== 'erased' && knowsPerson(this.#derived, person, validAt);
  }
  async returns(question: ReturnQuestion): Promise<ReturnCounts> {
    return returns(this.#derived, question, this.#naming);
  }
  async lapses(question: LapseQuestion): Promise<Durations> {
    return lapses(this.#derived, question, this.#naming);
  }
  async latencies(question: LatencyQuestion): Promise<Durations> {
    return latencies(this.#derived, question, this.#naming);
  }
  async reReferrals(question: ReReferralQuestion): Promise<ReReferrals> {
    return reReferrals(this.#derived, question, this.#naming);
  }
  async conversions(question: ConversionQuestion): Promise<Conversions> {
    return conversions(this.#derived, question, this.#naming);
  }
  async outcomes(question: OutcomeQuestion): Promise<OutcomePairs> {
    return outcomes(this.#derived, question, this.#naming);
  }
  async chain(question: ChainQuestion): Promise<Chain> {
    return chain(this.#derived, question, this.#naming);
  }
  async introduced(question: IntroducedQuestion): Promise<Introduced> {
    return introduced(this.#derived, question, this.#naming);
  }
  async paths(question: PathQuestion): Promise<Paths> {
    return paths(this.#derived, question, this.#naming);
  }
}
