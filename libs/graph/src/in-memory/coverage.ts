import { basesOf } from './bases.ts';
import { codeOf, consentCodes } from './codes.ts';
import type { Derived } from './derived.ts';

const granted = codeOf('ConsentGranted');
const isConsent = Uint8Array.from({ length: 256 }, (_, code) => Number(consentCodes.has(code)));
const ALL = -1;

/**
 * The consent of one person over time, for a set of purposes (METRICS C0.6): `load` a person, then ask. One object is used for a whole
 * scan; it holds the person's own consent as stretches of time between their grants and withdrawals, each with the purposes granted and
 * those withdrawn. At the very instant of a grant or a withdrawal an event counts.
 */
export class Coverage {
  readonly #derived: Derived;
  /** Every one of these purposes must be covered. */
  readonly #purposes: number;
  readonly #bases: Int32Array;
  /** Stretch i lies between bounds[i - 1] and bounds[i]; the first begins and the last ends at infinity. */
  readonly #bounds: number[] = [];
  readonly #granted: number[] = [0];
  readonly #withdrawn: number[] = [0];
  #person = -1;
  #community = -1;
  #local = false;

  constructor(derived: Derived, purposes: number) {
    this.#derived = derived;
    this.#purposes = purposes;
    this.#bases = basesOf(derived.journal);
  }

  /** Looks at this representative, as far as events of this community (-1: of none) are concerned, up to V. */
  load(person: number, community: number, validAt: number): void {
    if (person === this.#person && (!this.#local || community === this.#community)) return;
    this.#person = person;
    this.#community = community;
    const erasure = this.#derived.erasures.get(person);
    this.#reset(erasure ? ALL : 0);
    this.#read(person, validAt, erasure ? erasure.at : -Infinity);
  }

  /** Whether an event of the loaded person at this instant, from this source, may be used. */
  covers(at: number, source: number): boolean {
    const basis = source < 0 ? 0 : this.#bases[source]!;
    const i = this.#stretch(at);
    return this.#coveredIn(i, basis) || (this.#bounds[i] === at && this.#coveredIn(i + 1, basis));
  }

  /** Whether a gap [withdrawal, next grant) has withdrawal < to and from < next grant: the unit leaves that window. */
  hasGap(from: number, to: number): boolean {
    for (let i = 1; i < this.#granted.length && this.#bounds[i - 1]! < to; i++) {
      if (this.#isGap(i) && from < (this.#bounds[i] ?? Infinity)) return true;
    }
    return false;
  }

  /** The first withdrawal at or after `from`, Infinity when there is none: where survival is censored for good. */
  firstGap(from: number): number {
    for (let i = 1; i < this.#granted.length; i++) {
      if (this.#isGap(i) && this.#bounds[i - 1]! >= from) return this.#bounds[i - 1]!;
    }
    return Infinity;
  }

  /** The loaded person never withdrew anything of this: hasGap is false everywhere. */
  get unbroken(): boolean {
    return this.#withdrawn.every((mask) => (mask & this.#purposes) === 0);
  }

  #read(person: number, validAt: number, erasedAt: number): void {
    const { offsets, code, at, rows } = this.#derived.timelines;
    const end = offsets[person + 1]!;
    for (let i = offsets[person]!; i < end && at[i]! <= validAt; i++) {
      if (isConsent[code[i]!] === 1) this.#apply(rows[i]!, code[i]!, erasedAt);
    }
  }

  #reset(withdrawn: number): void {
    this.#local = false;
    this.#bounds.length = 0;
    this.#granted.length = this.#withdrawn.length = 1;
    this.#granted[0] = 0;
    this.#withdrawn[0] = withdrawn;
  }

  #isGap(stretch: number): boolean {
    return (this.#withdrawn[stretch]! & this.#purposes) !== 0;
  }

  #coveredIn(stretch: number, basis: number): boolean {
    const covered = this.#granted[stretch]! | (basis & ~this.#withdrawn[stretch]!);
    return (covered & this.#purposes) === this.#purposes;
  }

  /** The stretch that ends at or after `at`. */
  #stretch(at: number): number {
    let i = 0;
    while (i < this.#bounds.length && this.#bounds[i]! < at) i++;
    return i;
  }

  #apply(row: number, code: number, erasedAt: number): void {
    const { at, word, community } = this.#derived.journal;
    const limitedTo = community[row]!;
    if (limitedTo >= 0) {
      this.#local = true;
      if (limitedTo !== this.#community) return;
    }
    const mask = word[row]!;
    if (code !== granted) return this.#from(at[row]!, 0, mask);
    if (at[row]! < erasedAt) return;
    const since = this.#derived.journal.detailOf(row);
    if (since < at[row]!) this.#back(Math.max(since, erasedAt), mask);
    this.#from(at[row]!, mask, 0);
  }

  /** From `at` on: `grant` is granted, `withdraw` is not. Facts come in order, so this is always a new last stretch. */
  #from(at: number, grant: number, withdraw: number): void {
    const last = this.#granted.length - 1;
    this.#bounds.push(at);
    this.#granted.push((this.#granted[last]! | grant) & ~withdraw);
    this.#withdrawn.push((this.#withdrawn[last]! | withdraw) & ~grant);
  }

  /** A grant that covers earlier events: everything from `since` to now is granted after all. */
  #back(since: number, grant: number): void {
    const i = this.#stretch(since);
    this.#bounds.splice(i, 0, since);
    this.#granted.splice(i + 1, 0, this.#granted[i]!);
    this.#withdrawn.splice(i + 1, 0, this.#withdrawn[i]!);
    for (let j = i + 1; j < this.#granted.length; j++) {
      this.#granted[j]! |= grant;
      this.#withdrawn[j]! &= ~grant;
    }
  }
}
