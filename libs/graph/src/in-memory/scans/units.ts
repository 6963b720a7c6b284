import type { EventPattern, Scope } from '../../questions/scope.ts';
import { codeOf } from '../codes.ts';
import type { Derived } from '../derived.ts';
import { Matcher } from '../pattern.ts';
import { type Buckets, Cohorts } from './periods.ts';

/** How persons become units (METRICS C1). */
export type Entry = Readonly<{
  start: EventPattern;
  entry: 'first' | 'first-matching' | 'recurring';
  unit: 'person' | 'spell';
  /** For `recurring`: one unit in each of these in which the person starts. */
  recurring: Buckets;
}>;

/** A start: the timeline entry it stands at, and the entry before which its returns end (of a spell: the next spell's start). */
export type Visit = (person: number, start: number, end: number) => void;

const joined = codeOf('MemberJoined');
const rejoined = codeOf('MemberRejoined');
const left = codeOf('MemberLeft');

/** Finds the units of a question, person by person, in the order of the total order ≺. */
export class Units {
  readonly #derived: Derived;
  readonly #entry: Entry;
  readonly #validAt: number;
  readonly #matcher: Matcher;
  readonly #anyKind: Matcher;
  readonly #cohorts: Cohorts;
  readonly #communityOf: (row: number) => number;

  constructor(derived: Derived, entry: Entry, { validAt }: Scope, communityOf: (row: number) => number) {
    this.#derived = derived;
    this.#entry = entry;
    this.#validAt = validAt;
    this.#matcher = new Matcher(derived, [entry.start], validAt);
    this.#anyKind = new Matcher(derived, [{ type: entry.start.type }], validAt);
    this.#cohorts = new Cohorts(derived, entry.recurring);
    this.#communityOf = communityOf;
  }

  each(visit: Visit): void {
    const { offsets } = this.#derived.timelines;
    const find = this.#finder();
    for (let person = 0; person < offsets.length - 1; person++) {
      const to = this.#known(offsets[person]!, offsets[person + 1]!);
      if (to > offsets[person]!) find(person, to, visit);
    }
  }

  /** Members of unknown start: somebody who left or came back, but is not known to have joined. */
  unknownStarts(): number {
    if (this.#entry.start.type !== 'MemberJoined') return 0;
    const { journal, identity, timelines } = this.#derived;
    const movers = new Set([...journal.rowsOf(left), ...journal.rowsOf(rejoined)].map((row) => identity.of[journal.person[row]!]!));
    let unknown = 0;
    for (const person of movers) {
      const from = timelines.offsets[person]!;
      const codes = timelines.code.subarray(from, this.#known(from, timelines.offsets[person + 1]!));
      if (!codes.includes(joined) && (codes.includes(left) || codes.includes(rejoined))) unknown++;
    }
    return unknown;
  }

  /** Entries are in order of time, so those at or before V come first. */
  #known(from: number, to: number): number {
    const { at } = this.#derived.timelines;
    let end = to;
    while (end > from && at[end - 1]! > this.#validAt) end--;
    return end;
  }

  #finder(): (person: number, to: number, visit: Visit) => void {
    if (this.#entry.unit === 'spell') return this.#spells.bind(this);
    if (this.#entry.entry === 'recurring') return this.#recurring.bind(this);
    return this.#first.bind(this, this.#entry.entry === 'first' ? this.#anyKind : this.#matcher);
  }

  #first(candidate: Matcher, person: number, to: number, visit: Visit): void {
    for (let i = this.#derived.timelines.offsets[person]!; i < to; i++) {
      if (!candidate.matches(i)) continue;
      if (this.#matcher.matches(i)) visit(person, i, to);
      return;
    }
  }

  #recurring(person: number, to: number, visit: Visit): void {
    const { offsets, at, rows } = this.#derived.timelines;
    const seen = new Set<number>();
    for (let i = offsets[person]!; i < to; i++) {
      if (!this.#matcher.matches(i)) continue;
      const cohort = this.#cohorts.startOf(this.#communityOf(rows[i]!), at[i]!);
      if (!seen.has(cohort)) visit(person, i, to);
      seen.add(cohort);
    }
  }

  /** A spell begins with a join or rejoin while no spell is open, and ends when the member leaves; its returns end where the next begins. */
  #spells(person: number, to: number, visit: Visit): void {
    const { offsets, code } = this.#derived.timelines;
    let begun = -1;
    let open = false;
    for (let i = offsets[person]!; i < to; i++) {
      if (code[i] === left) open = false;
      if (open || (code[i] !== joined && code[i] !== rejoined)) continue;
      if (begun >= 0) visit(person, begun, i);
      begun = i;
      open = true;
    }
    if (begun >= 0) visit(person, begun, to);
  }
}
