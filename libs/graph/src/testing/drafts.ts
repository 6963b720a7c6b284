import { DAY, type Instant, parseInstant, purposeMask } from '@kithline/touchpoints';
import type { GraphFact } from '../graph-fact.ts';
import type { Naming } from '../naming.ts';
import type { LocalPeriods } from '../questions/scope.ts';

type Drafted<Fact> = Fact extends GraphFact ? Omit<Fact, 'position' | 'source'> & { source?: string } : never;
/** A fact before it is recorded: position is the order of arrival, source the paper sheets unless said otherwise. */
export type Draft = Drafted<GraphFact>;

/** Day 0 of the small communities, a Monday; `on(3)` is midnight (UTC) three days later, `on(3, 14)` two in the afternoon. */
export const DAY0 = parseInstant('2026-03-02T00:00:00Z');
export const on = (day: number, hour = 0): Instant => DAY0 + day * DAY + (hour * DAY) / 24;

/** Where everything below is written down, unless it says otherwise. */
export const PAPER = 'urn:paper';
/** The statement that covers what stands on paper, for every purpose. */
export const statement: Draft = { type: 'ConsentBasisDeclared', at: 0, basis: 'b-paper', covers: PAPER, purposes: purposeMask() };

/** These facts in this order of arrival, after the statement that covers them. */
export const covered = (...facts: readonly Draft[]): readonly Draft[] => [statement, ...facts];

/** The facts as they arrive, from position 1 on (or after `before` others). */
export const recorded = (facts: readonly Draft[], before = 0): readonly GraphFact[] =>
  facts.map((fact, index) => ({ source: PAPER, ...fact, position: before + index + 1 }));

/** Local days by hand: from the 60 days before day 0 to 400 after it, in UTC for every community. */
export const utcDays: LocalPeriods = new Map([[null, Float64Array.from({ length: 460 }, (_, day) => on(day - 60))]]);

export const everybody: Naming = { of: () => 'named' };
export const onlyNamed = (...names: readonly string[]): Naming => ({ of: (person) => (names.includes(person) ? 'named' : 'masked') });
export const allBut = (...masked: readonly string[]): Naming => ({ of: (person) => (masked.includes(person) ? 'masked' : 'named') });
