import { purposeMask } from '@kithline/touchpoints';
import type { Naming } from '../../../naming.ts';
import type { ReReferralGroup, ReReferralQuestion, ReReferrals } from '../../../questions/re-referrals.ts';
import { Coverage } from '../../coverage.ts';
import type { Derived } from '../../derived.ts';
import type { Unit } from '../attributes.ts';
import { type CellKey, Cells } from '../cells.ts';
import { EndsOfObservation } from '../ends.ts';
import { LocalDays } from '../local-days.ts';

export type OpenTally = { -readonly [Field in keyof ReReferralGroup]: ReReferralGroup[Field] };

const nothing = { mature: 0, referred: 0, immature: 0, censored: 0, noconsent: 0, open: 0, excluded: 0 };

/**
 * What the readings of re-referral share: consent, windows of local days, maturity, and the counting. `person` of a unit is whose act is
 * judged: the client, in the readings `referrer` and `share` the referrer.
 */
export class FollowUp {
  readonly derived: Derived;
  readonly question: ReReferralQuestion;
  readonly #cells: Cells<OpenTally>;
  readonly #coverage: Coverage;
  readonly #ends: EndsOfObservation;
  readonly #days: LocalDays;
  /** Mature units and re-referrals by practitioner. */
  readonly #mature: Int32Array;
  readonly #referred: Int32Array;

  constructor(derived: Derived, question: ReReferralQuestion, naming: Naming) {
    this.derived = derived;
    this.question = question;
    this.#cells = new Cells(derived, question, naming, (key: CellKey) => ({ ...key, ...nothing }));
    this.#coverage = new Coverage(derived, purposeMask(question.purposes));
    this.#ends = new EndsOfObservation(derived, question.validAt);
    this.#days = new LocalDays(derived, question.days);
    this.#mature = new Int32Array(derived.journal.tables.persons.count);
    this.#referred = new Int32Array(derived.journal.tables.persons.count);
  }

  /** The unit's tally; undefined when it is of a community not asked for, or when `act` is not covered by consent (which is counted). */
  admit(unit: Unit, act = unit.start): OpenTally | undefined {
    const community = this.#cells.grouping.communityOf(unit.start);
    if (!this.#cells.grouping.asksFor(community)) return undefined;
    const tally = this.#cells.of(unit);
    if (this.isUsable(unit.person, act)) return tally;
    tally.noconsent++;
    return undefined;
  }

  /** Whether the event of this row happened by V and may be used, as an act of this representative. */
  isUsable(person: number, row: number): boolean {
    const at = this.derived.journal.at[row]!;
    if (at > this.question.validAt) return false;
    this.#coverage.load(person, this.#cells.grouping.communityOf(row), this.question.validAt);
    return this.#coverage.covers(at, row);
  }

  /** The end of the window of so many local days, in the community of the unit's referral, after its start. */
  windowEnd({ start, referral }: Unit, days = this.question.horizonDays): number {
    const { at, community } = this.derived.journal;
    return this.#days.endAfter(community[this.derived.made[referral]!]!, at[start]!, days);
  }

  /** Whether the unit was observed for its whole window; when not, it is counted as censored or immature. */
  isMature(unit: Unit, tally: OpenTally, end: number): boolean {
    const at = this.derived.journal.at[unit.start]!;
    this.#coverage.load(unit.person, this.#cells.grouping.communityOf(unit.start), this.question.validAt);
    const leaves = this.#ends.from(unit.person, at) < end || this.#coverage.hasGap(at, end);
    if (leaves) tally.censored++;
    else if (end > this.question.validAt) tally.immature++;
    return !leaves && end <= this.question.validAt;
  }

  /** A mature unit, re-referred or not. */
  count(tally: OpenTally, { referral }: Unit, referred: boolean): void {
    const { journal, identity, made } = this.derived;
    const practitioner = identity.of[journal.other[made[referral]!]!]!;
    tally.mature++;
    this.#mature[practitioner]!++;
    if (!referred) return;
    tally.referred++;
    this.#referred[practitioner]!++;
  }

  answer(): ReReferrals {
    const practitioners: { mature: number; referred: number }[] = [];
    this.#mature.forEach((mature, practitioner) => {
      if (mature > 0) practitioners.push({ mature, referred: this.#referred[practitioner]! });
    });
    return { groups: this.#cells.list, practitioners };
  }
}
