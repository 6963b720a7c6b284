import type { CommunityId } from '@kithline/touchpoints';
import type { Naming } from '../../naming.ts';
import type { Group, Scope } from '../../questions/scope.ts';
import type { Derived } from '../derived.ts';
import type { Unit } from './attributes.ts';
import { Grouping } from './grouping.ts';
import { type Buckets, Cohorts } from './periods.ts';

/** The group of a unit and, where cohorts are asked, the cohort of its start. */
export type CellKey = Group & Readonly<{ cohort?: Readonly<{ community: CommunityId | null; start: number }> }>;
export type Grouped = Scope & Readonly<{ cohorts?: Buckets }>;

/** One cell a group and cohort, made when its first unit is met; `label` writes the key into the answer. */
export class Cells<Cell> {
  readonly list: Cell[] = [];
  readonly grouping: Grouping;
  readonly #derived: Derived;
  readonly #cohorts: Cohorts | undefined;
  readonly #make: (key: CellKey) => Cell;
  /** Without cohorts: by group. */
  readonly #pooled: number[] = [];
  /** With cohorts: by group and community, and then by the start of the cohort's period. */
  readonly #places: Map<number, number>[] = [];

  constructor(derived: Derived, question: Grouped, naming: Naming, make: (key: CellKey) => Cell) {
    this.#derived = derived;
    this.grouping = new Grouping(derived, question, naming);
    this.#cohorts = question.cohorts && new Cohorts(derived, question.cohorts);
    this.#make = make;
  }

  /** The place in `list` of a unit's cell. */
  placeOf(unit: Unit): number {
    const group = this.grouping.groupOfUnit(unit);
    return this.#cohorts ? this.#cohortPlace(group, unit.start, this.#cohorts) : (this.#pooled[group] ??= this.#add(group));
  }

  of(unit: Unit): Cell {
    return this.list[this.placeOf(unit)]!;
  }

  #cohortPlace(group: number, row: number, cohorts: Cohorts): number {
    const community = cohorts.elapsed ? -1 : this.grouping.communityOf(row);
    const start = cohorts.startOf(community, this.#derived.journal.at[row]!);
    const places = (this.#places[group * (this.#derived.journal.tables.communities.count + 1) + community + 1] ??= new Map());
    const known = places.get(start);
    if (known !== undefined) return known;
    const place = this.#add(group, { community: cohorts.nameOf(community), start });
    places.set(start, place);
    return place;
  }

  #add(group: number, cohort?: CellKey['cohort']): number {
    const label = this.grouping.label(group);
    return this.list.push(this.#make(cohort ? { ...label, cohort } : label)) - 1;
  }
}
