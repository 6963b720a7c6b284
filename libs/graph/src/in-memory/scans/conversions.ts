import { purposeMask } from '@kithline/touchpoints';
import type { Naming } from '../../naming.ts';
import type { ConversionGroup, ConversionQuestion, Conversions } from '../../questions/conversions.ts';
import { Coverage } from '../coverage.ts';
import type { Derived } from '../derived.ts';
import { Care } from './care.ts';
import { Cells } from './cells.ts';
import { checkInsOf } from './check-ins.ts';
import { credited } from './credit.ts';
import { EndsOfObservation } from './ends.ts';
import { LocalDays } from './local-days.ts';

type OpenGroup = { -readonly [Field in keyof ConversionGroup]: ConversionGroup[Field] };
const nothing = { mature: 0, converted: 0, immature: 0, censored: 0, noconsent: 0, inCare: 0 };

/** A unit that is observed: where it is counted (undefined: of a community not asked for), its success (-1: none), and whether it is mature. */
type Observed = Readonly<{ group: OpenGroup | undefined; success: number; mature: boolean }>;

/** Conversion within days of an engagement (METRICS C9): units are persons × engagements. */
export function conversions(derived: Derived, question: ConversionQuestion, naming: Naming): Conversions {
  const scan = new ConversionScan(derived, question, naming);
  const persons = derived.journal.tables.persons.count;
  for (let person = 0; person < persons; person++) scan.person(person);
  return { groups: scan.cells.list, clustered: scan.clustered };
}

class ConversionScan {
  readonly cells: Cells<OpenGroup>;
  clustered = false;
  readonly #derived: Derived;
  readonly #question: ConversionQuestion;
  readonly #coverage: Coverage;
  readonly #care: Care;
  readonly #ends: EndsOfObservation;
  readonly #days: LocalDays;

  constructor(derived: Derived, question: ConversionQuestion, naming: Naming) {
    this.#derived = derived;
    this.#question = question;
    this.#coverage = new Coverage(derived, purposeMask(question.purposes));
    this.#care = new Care(derived, question, this.#coverage);
    this.#ends = new EndsOfObservation(derived, question.validAt);
    this.#days = new LocalDays(derived, question.days);
    this.cells = new Cells(derived, question, naming, (key) => ({ ...key, ...nothing }));
  }

  /** Credit is given before communities are chosen, so that a community's figure does not depend on who else is asked for. */
  person(person: number): void {
    const units = checkInsOf(this.#derived, person, this.#question.validAt).flatMap((entry) => this.#unit(person, entry) ?? []);
    const credits = credited(
      units.map(({ success }) => success),
      this.#question.credit,
    );
    let counted = 0;
    units.forEach(({ group, mature }, i) => {
      if (!group || !mature) return;
      group.mature++;
      group.converted += credits[i]!;
      counted++;
    });
    if (counted > 1) this.clustered = true;
  }

  /** Undefined when the unit is left out; that is counted. */
  #unit(person: number, entry: number): Observed | undefined {
    const { at, rows } = this.#derived.timelines;
    const start = rows[entry]!;
    const community = this.cells.grouping.communityOf(start);
    const group = this.cells.grouping.asksFor(community) ? this.cells.of({ start, person, referral: -1 }) : undefined;
    this.#coverage.load(person, community, this.#question.validAt);
    if (!this.#coverage.covers(at[entry]!, start)) return leftOut(group, 'noconsent');
    if (this.#care.isInCare(person, entry)) return leftOut(group, 'inCare');
    const end = this.#days.endAfter(community, at[entry]!, this.#question.horizonDays);
    const lost = Math.min(this.#coverage.firstGap(at[entry]!), this.#ends.after(person, entry));
    const success = this.#care.success(person, entry, end);
    const inTime = success >= 0 && at[success]! <= lost;
    if (!inTime && lost < end) return leftOut(group, 'censored');
    const mature = end <= this.#question.validAt;
    if (!mature) leftOut(group, 'immature');
    return { group, success, mature };
  }
}

function leftOut(group: OpenGroup | undefined, why: keyof typeof nothing): undefined {
  if (group) group[why]++;
}
