import { basesOf } from './bases.ts';
import { codeOf } from './codes.ts';
import type { Derived } from './derived.ts';
import type { PlainConsents } from './plain-consents.ts';

const granted = codeOf('ConsentGranted');
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
  readonly #sources: Int32Array;
  readonly #plain: PlainConsents;
  /** What the bases cover where all sources are alike, as they mostly are: then nobody's source need be looked up. Else -1. */
  readonly #commonBasis: number;
  /** Stretch i lies between bounds[i - 1] and bounds[i]; the first begins and the last ends at infinity. */
  #bounds = new Float64Array(8);
  #granted = new Int32Array(8);
  #withdrawn = new Int32Array(8);
  #stretches = 1;
  #person = -1;
  #community = -1;
  #local = false;

  constructor(derived: Derived, purposes: number) {
    this.#derived = derived;
    this.#purposes = purposes;
    this.#bases = basesOf(derived.journal);
    this.#sources = derived.journal.source;
    this.#plain = derived.plainConsents;
    this.#commonBasis = this.#bases.every((mask) => mask === this.#bases[0]) ? (this.#bases[0] ?? 0) : -1;
  }

  /** Looks at this representative, as far as events of this community (-1: of none) are concerned, up to V. */
  load(person: number, community: number, validAt: number): void {
    if (person === this.#person && (!this.#local || community === this.#community)) return;
    this.#person = person;
    this.#community = community;
    if (this.#plain.since[person]! >= -Infinity) this.#loadPlain(this.#plain.since[person]!, this.#plain.purposes[person]!, validAt);
    else this.#loadFacts(person, validAt);
  }

  /** One stretch before the grant and one from it on. */
  #loadPlain(since: number, purposes: number, validAt: number): void {
    this.#reset(0, 1);
    if (since <= validAt) this.#from(since, purposes, 0);
  }

  #loadFacts(person: number, validAt: number): void {
    const erasure = this.#derived.erasures.get(person);
    this.#reset(erasure ? ALL : 0, this.#derived.consents.offsets[person + 1]! - this.#derived.consents.offsets[person]!);
    this.#read(person, validAt, erasure ? erasure.at : -Infinity);
  }

  /** Whether the event in this row, at this instant, of the loaded person may be used. */
  covers(at: number, row: number): boolean {
    return this.#coveredAt(at, this.#commonBasis >= 0 ? this.#commonBasis : this.#bases[this.#sources[row]!]!);
  }

  /**
   * Whether a gap [withdrawal, next grant) has withdrawal < to and from < next grant: the unit leaves that window. A gap that no grant
   * ended by V reaches into every later window, also into those beyond the end of the calendars (at Infinity).
   */
  hasGap(from: number, to: number): boolean {
    for (let i = 1; i < this.#stretches && this.#bounds[i - 1]! < to; i++) {
      if (this.#isGap(i) && this.#gapReaches(i, from)) return true;
    }
    return false;
  }

  /** The first withdrawal at or after `from`, Infinity when there is none: where survival is censored for good. */
  firstGap(from: number): number {
    for (let i = 1; i < this.#stretches; i++) {
      if (this.#isGap(i) && this.#bounds[i - 1]! >= from) return this.#bounds[i - 1]!;
    }
    return Infinity;
  }

  /** The loaded person never withdrew anything of this: hasGap is false everywhere. */
  get unbroken(): boolean {
    for (let i = 1; i < this.#stretches; i++) if (this.#isGap(i)) return false;
    return true;
  }

  /** Something that the loaded person granted or withdrew is limited to a community: events of others have to be asked about by theirs. */
  get isLocal(): boolean {
    return this.#local;
  }

  #read(person: number, validAt: number, erasedAt: number): void {
    const { offsets, code, at, rows } = this.#derived.consents;
    const end = offsets[person + 1]!;
    for (let i = offsets[person]!; i < end && at[i]! <= validAt; i++) this.#apply(rows[i]!, code[i]!, erasedAt);
  }

  /** A fact makes one new stretch, or two where it reaches back. */
  #reset(withdrawn: number, facts: number): void {
    if (2 * facts + 1 > this.#granted.length) {
      this.#bounds = new Float64Array(4 * facts);
      this.#granted = new Int32Array(4 * facts);
      this.#withdrawn = new Int32Array(4 * facts);
    }
    this.#local = false;
    this.#stretches = 1;
    this.#granted[0] = 0;
    this.#withdrawn[0] = withdrawn;
  }

  #isGap(stretch: number): boolean {
    return (this.#withdrawn[stretch]! & this.#purposes) !== 0;
  }

  /** Whether the gap that holds this stretch ends after `from`; a withdrawal within a gap makes a stretch, but no end. */
  #gapReaches(stretch: number, from: number): boolean {
    let last = stretch;
    while (last < this.#stretches - 1 && this.#isGap(last + 1)) last++;
    return last === this.#stretches - 1 || from < this.#endOf(last);
  }

  #coveredIn(stretch: number, basis: number): boolean {
    const covered = this.#granted[stretch]! | (basis & ~this.#withdrawn[stretch]!);
    return (covered & this.#purposes) === this.#purposes;
  }

  /** At the instant of a grant or withdrawal both sides count, of several at one instant every one. */
  #coveredAt(at: number, basis: number): boolean {
    for (let i = this.#stretch(at); ; i++) {
      if (this.#coveredIn(i, basis)) return true;
      if (this.#endOf(i) !== at) return false;
    }
  }

  /** The first stretch that ends at or after `at`. */
  #stretch(at: number): number {
    let i = 0;
    while (this.#endOf(i) < at) i++;
    return i;
  }

  #endOf(stretch: number): number {
    return stretch < this.#stretches - 1 ? this.#bounds[stretch]! : Infinity;
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
    const last = this.#stretches++ - 1;
    this.#bounds[last] = at;
    this.#granted[last + 1] = (this.#granted[last]! | grant) & ~withdraw;
    this.#withdrawn[last + 1] = (this.#withdrawn[last]! | withdraw) & ~grant;
  }

  /** A grant that covers earlier events: everything from `since` to now is granted after all. */
  #back(since: number, grant: number): void {
    const split = this.#stretch(since);
    this.#bounds.copyWithin(split + 1, split, this.#stretches++);
    this.#bounds[split] = since;
    for (let i = this.#stretches - 1; i > split; i--) {
      this.#granted[i] = this.#granted[i - 1]! | grant;
      this.#withdrawn[i] = this.#withdrawn[i - 1]! & ~grant;
    }
  }
}
