import { purposeMask } from '@kithline/touchpoints';
import type { Naming } from '../../naming.ts';
import type { OutcomeGroup, OutcomePairs, OutcomeQuestion } from '../../questions/outcomes.ts';
import { Coverage } from '../coverage.ts';
import type { Derived } from '../derived.ts';
import { Cells } from './cells.ts';
import { checkInsOf } from './check-ins.ts';
import { EndsOfObservation } from './ends.ts';
import { LocalDays } from './local-days.ts';
import { Scores } from './scores.ts';

type OpenGroup = Omit<{ -readonly [Field in keyof OutcomeGroup]: OutcomeGroup[Field] }, 'before' | 'after'> & {
  before: number[];
  after: (number | null)[];
};

/** The day after the engagement that a score is to be nearest to (METRICS C10). */
const NEAREST = 7;

/** Change of a measured outcome (METRICS C10): units are persons × engagements with a score before. */
export function outcomes(derived: Derived, question: OutcomeQuestion, naming: Naming): OutcomePairs {
  const scan = new OutcomeScan(derived, question, naming);
  const persons = derived.journal.tables.persons.count;
  for (let person = 0; person < persons; person++) scan.person(person);
  return { groups: scan.cells.list, clustered: scan.clustered };
}

class OutcomeScan {
  readonly cells: Cells<OpenGroup>;
  clustered = false;
  readonly #derived: Derived;
  readonly #question: OutcomeQuestion;
  readonly #coverage: Coverage;
  readonly #ends: EndsOfObservation;
  readonly #days: LocalDays;
  readonly #scores: Scores;

  constructor(derived: Derived, question: OutcomeQuestion, naming: Naming) {
    this.#derived = derived;
    this.#question = question;
    this.#coverage = new Coverage(derived, purposeMask(question.purposes));
    this.#ends = new EndsOfObservation(derived, question.validAt);
    this.#days = new LocalDays(derived, question.days);
    this.#scores = new Scores(derived, question, this.#coverage);
    this.cells = new Cells(derived, question, naming, (key) => ({ ...key, before: [], after: [], immature: 0, censored: 0, noconsent: 0 }));
  }

  person(person: number): void {
    let counted = 0;
    for (const entry of checkInsOf(this.#derived, person, this.#question.validAt)) counted += Number(this.#unit(person, entry));
    if (counted > 1) this.clustered = true;
  }

  /** Whether the check-in is a mature unit. */
  #unit(person: number, entry: number): boolean {
    const { journal, timelines } = this.#derived;
    const start = timelines.rows[entry]!;
    const { grouping } = this.cells;
    const community = grouping.communityOf(start);
    const end = grouping.engagements.endOf(journal.subject[start]!);
    const t0 = Number.isNaN(end) ? journal.at[start]! : end;
    if (!grouping.asksFor(community) || !this.#scores.hasBefore(person, t0)) return false;
    const group = this.cells.of({ start, person, referral: -1 });
    this.#coverage.load(person, community, this.#question.validAt);
    const before = this.#coverage.covers(journal.at[start]!, start) ? this.#scores.before(person, t0) : -1;
    if (before < 0) {
      group.noconsent++;
      return false;
    }
    return this.#pair(group, { person, entry, community, before, t0 });
  }

  #pair(group: OpenGroup, unit: Readonly<{ person: number; entry: number; community: number; before: number; t0: number }>): boolean {
    const { person, entry, community, before, t0 } = unit;
    const [first, last] = this.#question.window;
    const window = { from: this.#days.endAfter(community, t0, first - 1), to: this.#days.endAfter(community, t0, last) };
    const gone = this.#ends.after(person, entry) < window.to;
    const mature = window.to <= this.#question.validAt;
    if (gone || this.#coverage.hasGap(this.#derived.timelines.at[before]!, window.to)) group.censored++;
    else if (!mature) group.immature++;
    else {
      const after = this.#nearest(this.#scores.pairable(person, before, window), community, t0);
      group.before.push(this.#scores.valueOf(before));
      group.after.push(after < 0 ? null : this.#scores.valueOf(after));
      return true;
    }
    return false;
  }

  /** The score nearest to day 7: of two equally near the earlier, of one day the first; -1 when there is none. */
  #nearest(entries: readonly number[], community: number, t0: number): number {
    const day0 = this.#days.dayOf(community, t0);
    const distance = (entry: number): number => Math.abs(this.#days.dayOf(community, this.#derived.timelines.at[entry]!) - day0 - NEAREST);
    return entries.reduce((best, entry) => (best < 0 || distance(entry) < distance(best) ? entry : best), -1);
  }
}
