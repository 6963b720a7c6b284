import type { Naming } from '../../naming.ts';
import type { Group, GroupBy, Scope } from '../../questions/scope.ts';
import { type Attribution, attributionOf } from '../attribution.ts';
import type { Derived } from '../derived.ts';
import { pathwaysOf } from './pathways.ts';
import type { StartCommunities } from './start-communities.ts';

/** What a unit is grouped by: the row of its start event, the representative it is about, and its referral (-1: it is not about one). */
export type Unit = Readonly<{ start: number; person: number; referral: number }>;

export const NONE = -1;
export const MASKED = -2;
const nobody: Group = { group: null, masked: false };
const masked: Group = { group: null, masked: true };

/** The attributes of units as numbers, and the names of those numbers (QUESTIONS, `--by`). */
export class Attributes {
  readonly #derived: Derived;
  readonly #naming: Naming;
  readonly #valueOf: (unit: Unit) => number;
  readonly #nameOf: (value: number) => Group;

  constructor(derived: Derived, { by, validAt }: Scope & { by: GroupBy }, naming: Naming, communities: StartCommunities) {
    this.#derived = derived;
    this.#naming = naming;
    const { journal } = derived;
    const { tables } = journal;
    const name = (of: { text(number: number): string }) => (value: number) => ({ group: of.text(value), masked: false });
    const person = (value: number) => this.#personNamed(value);
    const made = (unit: Unit) => this.#made(unit, by);
    const attribution = by === 'introducer' ? attributionOf(derived) : undefined;
    let pathways: Int32Array | undefined;
    const ways: { [By in GroupBy]: [(unit: Unit) => number, (value: number) => Group] } = {
      community: [({ start }) => communities.of(start), name(tables.communities)],
      pathway: [({ person }) => (pathways ??= pathwaysOf(derived, validAt))[person]!, name(tables.words)],
      source: [(unit) => journal.word[made(unit)]!, name(tables.words)],
      practitioner: [(unit) => this.#person(journal.other[made(unit)]!, made(unit)), person],
      referrer: [(unit) => this.#person(journal.link[made(unit)]!, made(unit)), person],
      introducer: [(unit) => this.#introducer(attribution!, unit), person],
    };
    [this.#valueOf, this.#nameOf] = ways[by];
  }

  /** NONE, MASKED, or a number that `name` knows. */
  of(unit: Unit): number {
    return this.#valueOf(unit);
  }

  name(value: number): Group {
    if (value === MASKED) return masked;
    return value === NONE ? nobody : this.#nameOf(value);
  }

  #made({ referral }: Unit, by: GroupBy): number {
    if (referral < 0) throw new RangeError(`only units that are referrals have a ${by}: group these by community, pathway or introducer`);
    return this.#derived.made[referral]!;
  }

  #introducer(attribution: Attribution, { person, start }: Unit): number {
    const row = attribution.of(person, this.#derived.journal.at[start]!);
    return row < 0 ? NONE : this.#person(attribution.introducerOf(row), row);
  }

  #person(person: number, row: number): number {
    if (person < 0) return NONE;
    return this.#derived.isGone(person, row) ? MASKED : this.#derived.identity.of[person]!;
  }

  #personNamed(representative: number): Group {
    const id = this.#derived.journal.tables.persons.text(representative);
    return this.#naming.of(id) === 'named' ? { group: id, masked: false } : masked;
  }
}
