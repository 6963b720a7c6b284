import { purposeMask } from '@kithline/touchpoints';
import type { Naming } from '../../naming.ts';
import type { Durations, LatencyQuestion } from '../../questions/durations.ts';
import { Coverage } from '../coverage.ts';
import type { Derived } from '../derived.ts';
import { Cells } from './cells.ts';
import { DurationColumns, type OpenGroup, openGroup } from './duration-columns.ts';
import { LatencyOutcome } from './latency-outcome.ts';
import { LatencyStarts } from './latency-starts.ts';
import { madeBy } from './made-by.ts';

/** Referral-to-session latency (METRICS C5, C5b): one unit a referral, from its start to the first or third session. Milliseconds. */
export function latencies(derived: Derived, question: LatencyQuestion, naming: Naming): Durations {
  const scan = new LatencyScan(derived, question, naming);
  for (let referral = 0; referral < derived.made.length; referral++) scan.referral(referral);
  return scan.columns.finish(scan.cells.list, question.clustered === true);
}

class LatencyScan {
  readonly cells: Cells<OpenGroup>;
  readonly columns: DurationColumns;
  readonly #derived: Derived;
  readonly #validAt: number;
  readonly #coverage: Coverage;
  readonly #starts: LatencyStarts;
  readonly #outcome: LatencyOutcome;

  constructor(derived: Derived, question: LatencyQuestion, naming: Naming) {
    this.#derived = derived;
    this.#validAt = question.validAt;
    this.#coverage = new Coverage(derived, purposeMask(question.purposes));
    this.#starts = new LatencyStarts(derived, question);
    this.#outcome = new LatencyOutcome(derived, question, this.#coverage);
    this.cells = new Cells(derived, question, naming, openGroup);
    this.columns = new DurationColumns(derived, derived.made.length);
  }

  referral(referral: number): void {
    const { journal, identity } = this.#derived;
    const row = madeBy(this.#derived, referral, this.#validAt);
    if (row < 0) return;
    const person = identity.of[journal.person[row]!]!;
    const start = this.#starts.of(referral, row, person);
    const known = start < 0 ? row : start;
    const community = this.cells.grouping.communityOf(known);
    if (!this.cells.grouping.asksFor(community)) return;
    const group = this.cells.placeOf({ start: known, person, referral });
    if (!this.#covers(known, { person, community }) || !this.#coversMaking(row, known, person)) this.cells.list[group]!.noconsent++;
    else if (start < 0) this.cells.list[group]!.noStart++;
    else this.#unit(start, referral, { person, group });
  }

  #covers(row: number, { person, community }: Readonly<{ person: number; community: number }>): boolean {
    this.#coverage.load(person, community, this.#validAt);
    return this.#coverage.covers(this.#derived.journal.at[row]!, row);
  }

  /** A clock that started before the referral was made may have been covered when the referral, which is the unit, was not any more. */
  #coversMaking(made: number, start: number, person: number): boolean {
    const { at, community } = this.#derived.journal;
    return at[start]! >= at[made]! || this.#covers(made, { person, community: community[made]! });
  }

  #unit(start: number, referral: number, { person, group }: Readonly<{ person: number; group: number }>): void {
    const { journal, made } = this.#derived;
    this.#coverage.load(person, journal.community[made[referral]!]!, this.#validAt);
    this.#outcome.decide(referral, start, person);
    const { clock, outcome } = this.#outcome;
    const exit = this.#outcome.exit - clock;
    const observedFrom = journal.detailOf(made[referral]!);
    const entry = observedFrom > clock ? observedFrom - clock : 0;
    if (this.#outcome.inverted) this.cells.list[group]!.inverted++;
    else if (entry > 0 && exit <= entry) this.cells.list[group]!.notAtRisk++;
    else this.columns.add(group, person, { entry, exit, outcome });
  }
}
