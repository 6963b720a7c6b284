import type { Naming } from '../../naming.ts';
import { type Attribution, attributionOf } from '../attribution.ts';
import type { Derived } from '../derived.ts';
import { NamingTable } from '../naming-table.ts';

/** How somebody came: the row of the fact that gives them their introducer, and who that is; `gone` when the introducer was erased. */
export type Arrival = Readonly<{ row: number; introducer: number; gone: boolean }>;

/** Introducers of persons, by representative, as of V (METRICS C20). */
export class Ancestry {
  readonly #derived: Derived;
  readonly #attribution: Attribution;
  readonly #validAt: number;

  constructor(derived: Derived, validAt: number) {
    this.#derived = derived;
    this.#validAt = validAt;
    this.#attribution = attributionOf(derived);
  }

  /** Null for a root. */
  of(person: number): Arrival | null {
    const row = this.#attribution.of(person, this.#validAt);
    if (row < 0) return null;
    const named = this.#attribution.introducerOf(row);
    const gone = this.#derived.isGone(named, row) || this.#derived.isErased(named);
    return { row, introducer: this.#derived.identity.of[named]!, gone };
  }

  /** The representative behind an id, -1 when nobody ever recorded it. */
  find(id: string): number {
    const number = this.#derived.journal.tables.persons.find(id);
    return number < 0 ? -1 : this.#derived.identity.of[number]!;
  }
}

/** The id of a representative, null when they may not be named. */
export function nameOf(derived: Derived, naming: Naming, person: number): string | null {
  const known = naming instanceof NamingTable ? naming.inGraph(derived, person) : undefined;
  if (known !== undefined && known !== 'named') return null;
  const id = derived.journal.tables.persons.text(person);
  return (known ?? naming.of(id)) === 'named' ? id : null;
}

/** What the fact behind an arrival says; where it touches somebody who may not be named, its id is withheld and its time is coarse. */
export function arrivalFields(derived: Derived, row: number, hidden: boolean) {
  const { journal } = derived;
  const [introduction, community] = [journal.subject[row]!, journal.community[row]!];
  return {
    introduction: hidden || introduction < 0 ? null : journal.tables.introductions.text(introduction),
    at: journal.at[row]!,
    community: community < 0 ? null : journal.tables.communities.text(community),
    coarse: hidden,
  };
}
