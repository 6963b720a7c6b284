import type { Naming } from '../../naming.ts';
import type { Group, Scope } from '../../questions/scope.ts';
import type { Derived } from '../derived.ts';
import { Attributes, type Unit } from './attributes.ts';
import type { Engagements } from '../engagements.ts';
import { StartCommunities } from './start-communities.ts';

const everybody: Group = { group: null, masked: false };

/** Puts units into groups, numbered from 0 as they are met: one for all without `--by`; those who may not be named unite in one. */
export class Grouping {
  readonly #derived: Derived;
  readonly #communities: StartCommunities;
  readonly #attributes: Attributes | undefined;
  readonly #labels: Group[] = [];
  /** Group by attribute value + 2 (MASKED is -2). */
  readonly #groups: number[] = [];
  readonly #byLabel = new Map<string, number>();

  constructor(derived: Derived, question: Scope, naming: Naming) {
    this.#derived = derived;
    this.#communities = new StartCommunities(derived, question.validAt, question.communities);
    const { by } = question;
    if (by) this.#attributes = new Attributes(derived, { ...question, by }, naming, this.#communities);
    else this.#labels.push(everybody);
  }

  get engagements(): Engagements {
    return this.#communities.engagements;
  }

  /** The community of a unit by the row of its start event, -1 for none. */
  communityOf(row: number): number {
    return this.#communities.of(row);
  }

  /** Whether the question asks about units of this community. */
  asksFor(community: number): boolean {
    return this.#communities.has(community);
  }

  /** The group of a unit about a person that starts at this timeline entry. */
  groupOf(person: number, entry: number): number {
    return this.#attributes ? this.groupOfUnit({ start: this.#derived.timelines.rows[entry]!, person, referral: -1 }) : 0;
  }

  groupOfUnit(unit: Unit): number {
    if (!this.#attributes) return 0;
    const value = this.#attributes.of(unit);
    return (this.#groups[value + 2] ??= this.#placeOf(this.#attributes.name(value)));
  }

  label(group: number): Group {
    return this.#labels[group]!;
  }

  #placeOf(label: Group): number {
    const key = JSON.stringify([label.group, label.masked]);
    const known = this.#byLabel.get(key) ?? this.#labels.push(label) - 1;
    this.#byLabel.set(key, known);
    return known;
  }
}
