import type { EventPattern } from '../../questions/scope.ts';
import type { Coverage } from '../coverage.ts';
import type { Derived } from '../derived.ts';
import { Matcher } from '../pattern.ts';
import { EndsOfObservation } from './ends.ts';

/** What consent covers, and the community of an event by its row: a return is covered as an event of its own community, not the unit's. */
export type Consent = Readonly<{ coverage: Coverage; communityOf: (row: number) => number }>;

export type UnitSpan = Readonly<{ person: number; community: number; start: number; end: number }>;

/** When one unit came back: the instants of its usable returns ≻ its start, and until when it could be observed. One object for a scan. */
export class ReturnTimes {
  readonly #derived: Derived;
  readonly #validAt: number;
  readonly #matcher: Matcher;
  readonly #coverage: Coverage;
  readonly #communityOf: (row: number) => number;
  readonly #ends: EndsOfObservation;
  /** In order; the first `count` are the loaded unit's. */
  readonly times: number[] = [];
  count = 0;
  #next = 0;
  /** When the unit died or moved away, Infinity when it did not. */
  endsAt = Infinity;

  constructor(
    derived: Derived,
    question: Readonly<{ returns: readonly EventPattern[]; validAt: number }>,
    { coverage, communityOf }: Consent,
  ) {
    this.#derived = derived;
    this.#validAt = question.validAt;
    this.#matcher = new Matcher(derived, question.returns, question.validAt);
    this.#coverage = coverage;
    this.#communityOf = communityOf;
    this.#ends = new EndsOfObservation(derived, question.validAt);
  }

  load({ person, community, start, end }: UnitSpan): void {
    const { at, rows } = this.#derived.timelines;
    this.#coverage.load(person, community, this.#validAt);
    this.endsAt = this.#ends.after(person, start);
    this.count = this.#next = 0;
    const { isLocal } = this.#coverage;
    for (let i = start + 1; i < end; i++) {
      if (!this.#matcher.matches(i)) continue;
      if (isLocal) this.#coverage.load(person, this.#communityOf(rows[i]!), this.#validAt);
      if (this.#coverage.covers(at[i]!, rows[i]!)) this.times[this.count++] = at[i]!;
    }
    if (isLocal) this.#coverage.load(person, community, this.#validAt);
  }

  endsBefore(instant: number): boolean {
    return this.endsAt < instant;
  }

  hasGap(from: number, to: number): boolean {
    return this.#coverage.hasGap(from, to);
  }

  firstGap(from: number): number {
    return this.#coverage.firstGap(from);
  }

  get undisturbed(): boolean {
    return this.endsAt === Infinity && this.#coverage.unbroken;
  }

  /** Whether one lies between `from` and `to`; `open` leaves out `from` itself, `closed` takes in `to`. Windows mostly come in order, so the search goes on where it was. */
  any(from: number, to: number, { open, closed }: Readonly<{ open: boolean; closed: boolean }>): boolean {
    this.#seek(from);
    let i = this.#next;
    while (open && i < this.count && this.times[i] === from) i++;
    return i < this.count && (this.times[i]! < to || (closed && this.times[i] === to));
  }

  /** The first at or after `from`. */
  #seek(from: number): void {
    let i = this.#next;
    while (i > 0 && this.times[i - 1]! >= from) i--;
    while (i < this.count && this.times[i]! < from) i++;
    this.#next = i;
  }
}
