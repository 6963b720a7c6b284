import { DAY, type Instant, parseInstant, purposeMask } from '@kithline/touchpoints';
import type { GraphFact } from '../../graph-fact.ts';
import type { Naming } from '../../naming.ts';
import type { LocalPeriods } from '../../questions/scope.ts';
import { Derived } from '../derived.ts';
import { Journal } from '../journal.ts';

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

/** The graph of these facts in this order of arrival, covered by the statement. */
export const happened = (...facts: readonly Draft[]): Derived => uncovered(statement, ...facts);

/** The same without the statement: only what persons granted themselves is covered. */
export function uncovered(...facts: readonly Draft[]): Derived {
  const journal = new Journal();
  facts.forEach((fact, index) => journal.record({ source: PAPER, ...fact, position: index + 1 }));
  return new Derived(journal);
}

/** Local days by hand: from the 60 days before day 0 to 400 after it, in UTC for every community. */
export const utcDays: LocalPeriods = new Map([[null, Float64Array.from({ length: 460 }, (_, day) => on(day - 60))]]);

export const everybody: Naming = { of: () => 'named' };
export const onlyNamed = (...names: readonly string[]): Naming => ({ of: (person) => (names.includes(person) ? 'named' : 'masked') });
