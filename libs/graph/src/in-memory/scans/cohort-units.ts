import { purposeMask } from '@kithline/touchpoints';
import type { Naming } from '../../naming.ts';
import type { CohortKey } from '../../questions/returns.ts';
import type { Group, Scope } from '../../questions/scope.ts';
import { Coverage } from '../coverage.ts';
import type { Derived } from '../derived.ts';
import { Grouping } from './grouping.ts';
import { Cohorts } from './periods.ts';
import { type Entry, Units } from './units.ts';

export type CohortOfGroup = Group & Readonly<{ cohort: CohortKey }>;

/** The units of a question about persons, in columns, each in its group and cohort; those whose start is not covered are only counted. */
export class CohortUnits {
  readonly person: Int32Array;
  /** The timeline entries of the start, and before which the unit's returns end. */
  readonly entry: Int32Array;
  readonly end: Int32Array;
  readonly community: Int32Array;
  /** Index into `cohorts`. */
  readonly cohort: Int32Array;
  readonly cohorts: CohortOfGroup[] = [];
  readonly coverage: Coverage;
  readonly unknownStart: number;
  readonly #grouping: Grouping;
  readonly #noconsent: number[] = [];
  readonly #cohorts: Cohorts;
  /** By group and community + 1: the place of a cohort by its start. */
  readonly #places: Map<number, number>[][] = [];

  constructor(derived: Derived, question: Scope & Entry, naming: Naming) {
    this.#grouping = new Grouping(derived, question, naming);
    this.coverage = new Coverage(derived, purposeMask(question.purposes));
    this.#cohorts = new Cohorts(derived, question.recurring);
    const units = new Units(derived, question, question, (row) => this.#grouping.communityOf(row));
    const found: number[][] = [[], [], [], [], []];
    const { rows, at } = derived.timelines;
    units.each((person, start, end) => {
      const row = rows[start]!;
      const community = this.#grouping.communityOf(row);
      if (!this.#grouping.asksFor(community)) return;
      const group = this.#grouping.groupOf(person, start);
      this.coverage.load(person, community, question.validAt);
      if (!this.coverage.covers(at[start]!, row)) {
        this.#noconsent[group] = (this.#noconsent[group] ?? 0) + 1;
        return;
      }
      const cohort = this.#cohort(group, community, at[start]!);
      [person, start, end, community, cohort].forEach((value, column) => found[column]!.push(value));
    });
    [this.person, this.entry, this.end, this.community, this.cohort] = found.map((column) => Int32Array.from(column)) as [
      Int32Array,
      Int32Array,
      Int32Array,
      Int32Array,
      Int32Array,
    ];
    this.unknownStart = units.unknownStarts();
  }

  get count(): number {
    return this.person.length;
  }

  /** The community of an event of theirs, by its row. */
  readonly communityOf = (row: number): number => this.#grouping.communityOf(row);

  noconsent(): readonly (Group & Readonly<{ units: number }>)[] {
    return this.#noconsent.flatMap((units, group) => (units ? [{ ...this.#grouping.label(group), units }] : []));
  }

  #cohort(group: number, community: number, at: number): number {
    const start = this.#cohorts.startOf(community, at);
    const calendar = this.#cohorts.elapsed ? -1 : community;
    const byStart = ((this.#places[group] ??= [])[calendar + 1] ??= new Map<number, number>());
    const known = byStart.get(start);
    if (known !== undefined) return known;
    const cohort = { community: this.#cohorts.nameOf(community), start };
    const place = this.cohorts.push({ ...this.#grouping.label(group), cohort }) - 1;
    byStart.set(start, place);
    return place;
  }
}
