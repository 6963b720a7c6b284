import { purposeMask } from '@kithline/touchpoints';
import type { Naming } from '../../../naming.ts';
import type { ReReferralGroup, ReReferralQuestion, ReReferrals } from '../../../questions/re-referrals.ts';
import { Coverage } from '../../coverage.ts';
import type { ClientReferrals } from '../../client-referrals.ts';
import type { Derived } from '../../derived.ts';
import type { Unit } from '../attributes.ts';
import { type CellKey, Cells } from '../cells.ts';
import { EndsOfObservation } from '../ends.ts';
import { LocalDays } from '../local-days.ts';

export type OpenTally = { -readonly [Field in keyof ReReferralGroup]: ReReferralGroup[Field] };

const nothing = { mature: 0, referred: 0, immature: 0, censored: 0, noconsent: 0, open: 0, excluded: 0 };

/**
 * A unit with what is asked of each: when it starts, the community of its start event, that of its referral, whose calendar counts, and
 * the referral's practitioner (representative).
 */
export type FollowedUnit = Unit & Readonly<{ at: number; community: number; place: number; practitioner: number }>;

type Start = Readonly<{ start: number; at: number }>;

/** A unit about one of a client's referrals, by its place among them, that starts with a fact of the referral's community. */
export function unitOf(referrals: ClientReferrals, entry: number, person: number, { start, at }: Start): FollowedUnit {
  const community = referrals.community[entry]!;
  // Written out, here and below: made for every referral, and spreading an object costs twenty times as much.
  return {
    start,
    person,
    referral: referrals.referral[entry]!,
    at,
    community,
    place: community,
    practitioner: referrals.practitioner[entry]!,
  };
}

/**
 * What the readings of re-referral share: consent, windows of local days, maturity, and the counting. `person` of a unit is whose act is
 * judged: the client, in the readings `referrer` and `share` the referrer.
 */
export class FollowUp {
  readonly derived: Derived;
  readonly question: ReReferralQuestion;
  readonly referrals: ClientReferrals;
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
    this.referrals = derived.clientReferrals;
    this.#cells = new Cells(derived, question, naming, (key: CellKey) => ({ ...key, ...nothing }));
    this.#coverage = new Coverage(derived, purposeMask(question.purposes));
    this.#ends = new EndsOfObservation(derived, question.validAt);
    this.#days = new LocalDays(derived, question.days);
    this.#mature = new Int32Array(derived.journal.tables.persons.count);
    this.#referred = new Int32Array(derived.journal.tables.persons.count);
  }

  /** The unit with what the journal tells of it. */
  unit({ start, person, referral }: Unit): FollowedUnit {
    const { journal, identity, made } = this.derived;
    const row = made[referral]!;
    return {
      start,
      person,
      referral,
      at: journal.at[start]!,
      community: this.#cells.grouping.communityOf(start),
      place: journal.community[row]!,
      practitioner: identity.of[journal.other[row]!]!,
    };
  }

  /** The unit's tally; undefined when it is of a community not asked for, or when `act` is not covered by consent (which is counted). */
  admit(unit: FollowedUnit, act = unit.start): OpenTally | undefined {
    if (!this.#cells.grouping.asksFor(unit.community)) return undefined;
    const tally = this.#cells.of(unit);
    if (act === unit.start ? this.#covers(unit, act) : this.isUsable(unit.person, act)) return tally;
    tally.noconsent++;
    return undefined;
  }

  /** Whether the event of this row happened by V and may be used, as an act of this representative. */
  isUsable(person: number, row: number): boolean {
    return this.#covers({ person, at: this.derived.journal.at[row]!, community: this.#cells.grouping.communityOf(row) }, row);
  }

  /** The same of the making of a client's referral, by its place among those by client. */
  isMadeUsably(person: number, entry: number): boolean {
    const { at, community, made } = this.referrals;
    return this.#covers({ person, at: at[entry]!, community: community[entry]! }, made[entry]!);
  }

  /** The end of the window of so many local days, in the community of the unit's referral, after its start. */
  windowEnd({ place, at }: FollowedUnit, days = this.question.horizonDays): number {
    return this.#days.endAfter(place, at, days);
  }

  /** Whether the unit was observed for its whole window; when not, it is counted as censored or immature. */
  isMature({ person, community, at }: FollowedUnit, tally: OpenTally, end: number): boolean {
    this.#coverage.load(person, community, this.question.validAt);
    const leaves = this.#ends.from(person, at) < end || this.#coverage.hasGap(at, end);
    if (leaves) tally.censored++;
    else if (end > this.question.validAt) tally.immature++;
    return !leaves && end <= this.question.validAt;
  }

  /** A mature unit, re-referred or not. */
  count(tally: OpenTally, { practitioner }: FollowedUnit, referred: boolean): void {
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
  #covers({ person, at, community }: Readonly<{ person: number; at: number; community: number }>, row: number): boolean {
    if (at > this.question.validAt) return false;
    this.#coverage.load(person, community, this.question.validAt);
    return this.#coverage.covers(at, row);
  }
}
