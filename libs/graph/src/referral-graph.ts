import type { CommunityId, Instant, PersonId } from '@kithline/touchpoints';
import type { ConversionQuestion, Conversions } from './questions/conversions.ts';
import type { LapseQuestion, LatencyQuestion, Durations } from './questions/durations.ts';
import type { OutcomePairs, OutcomeQuestion } from './questions/outcomes.ts';
import type { ReReferralQuestion, ReReferrals } from './questions/re-referrals.ts';
import type { ReturnCounts, ReturnQuestion } from './questions/returns.ts';
import type { Chain, ChainQuestion, Introduced, IntroducedQuestion, PathQuestion, Paths } from './questions/walks.ts';

/** A community as far as it is known at (V, K). `timeZone` is null when it was never founded: METRICS C0.1 takes UTC then, with a note. */
export type Community = Readonly<{ id: CommunityId; timeZone: string | null }>;

/**
 * The referral graph as known at one position of the log, K. Questions take V; answers are observations small enough to send: counts,
 * durations with their outcome. Statistics, disclosure and time-zone rules are the metrics' affair (DESIGN, Graph).
 */
export interface ReferralGraph {
  /** K, and when the event at K was recorded (null in an empty log). */
  readonly position: number;
  readonly recordedAt: Instant | null;
  /** Every community named by an event with occurredAt ≤ V, by id. */
  communities(validAt: Instant): Promise<readonly Community[]>;
  /** Earliest and latest occurredAt ≤ V, null when there is none: how far calendars must reach. */
  span(validAt: Instant): Promise<Readonly<{ from: Instant; to: Instant }> | null>;
  /** Whether the person is named by any event ≤ V and not erased. */
  knows(person: PersonId, validAt: Instant): Promise<boolean>;

  returns(question: ReturnQuestion): Promise<ReturnCounts>;
  lapses(question: LapseQuestion): Promise<Durations>;
  latencies(question: LatencyQuestion): Promise<Durations>;
  reReferrals(question: ReReferralQuestion): Promise<ReReferrals>;
  conversions(question: ConversionQuestion): Promise<Conversions>;
  outcomes(question: OutcomeQuestion): Promise<OutcomePairs>;

  chain(question: ChainQuestion): Promise<Chain>;
  introduced(question: IntroducedQuestion): Promise<Introduced>;
  paths(question: PathQuestion): Promise<Paths>;
}
