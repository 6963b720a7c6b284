import { covered, type Draft, recorded } from '../../testing/drafts.ts';
import { Derived } from '../derived.ts';
import { Journal } from '../journal.ts';

/** What is derived from these facts in this order of arrival, covered by the statement. */
export function happened(...facts: readonly Draft[]): Derived {
  const journal = new Journal();
  for (const fact of recorded(covered(...facts))) journal.record(fact);
  return new Derived(journal);
}
