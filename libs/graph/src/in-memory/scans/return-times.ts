import type { EventPattern } from '../../questions/scope.ts';
import type { Coverage } from '../coverage.ts';
import type { Derived } from '../derived.ts';
import { Matcher } from '../pattern.ts';
import { EndsOfObservation } from './ends.ts';

export type UnitSpan = Readonly<{ person: number; community: number; start: number; end: number }>;

/** When one unit came back: the instants of its usable returns ≻ its start, and until when it could be observed. One object for a scan. */
export class ReturnTimes {
  readonly #derived: Derived;
  readonly #validAt: number;
  readonly #matcher: Matcher;
  readonly #coverage: Coverage;
  readonly #ends: EndsOfObservation;
  /** In order; the first `count` are the loaded unit's. */
  readonly times: number[] = [];
  count = 0;
  /** When the unit died or moved away, Infinity when it did not. */
  endsAt = Infinity;

  constructor(derived: Derived, question: Readonly<{ returns: readonly EventPattern[]; validAt: number }>, coverage: Coverage) {
    this.#derived = derived;
    this.#validAt = question.validAt;
    this.#matcher = new Matcher(derived, question.returns);
    this.#coverage = coverage;
    this.#ends = new EndsOfObservation(derived, question.validAt);
  }

  load({ person, community, start, end }: UnitSpan): void {
    const { at, rows } = this.#derived.timelines;
    const { source } = this.#derived.journal;
    this.#coverage.load(person, community, this.#validAt);
    this.endsAt = this.#ends.after(person, start);
    this.count = 0;
    for (let i = start + 1; i < end; i++) {
      if (this.#matcher.matches(i) && this.#coverage.covers(at[i]!, source[rows[i]!]!)) this.times[this.count++] = at[i]!;
    }
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

  /** Whether one lies between `from` and `to`; `open` leaves out `from` itself, `closed` takes in `to`, `to: null` is up to V and takes it in. */
  any(from: number, to: number, ends: Readonly<{ open?: boolean; closed: boolean; to: number | null }>): boolean {
    const last = ends.closed || ends.to === null;
    for (let i = 0; i < this.count; i++) {
      const at = this.times[i]!;
      if (at < from || (ends.open === true && at === from)) continue;
      return last ? at <= to : at < to;
    }
    return false;
  }
}
