import type { InMemoryGraphStore } from '@kithline/graph';
import { readLedger } from './ledger.ts';

/** The CloudEvents sources of everything that was applied, each once, also of what was taken back since and of what amends. */
export async function sourcesOf(store: InMemoryGraphStore): Promise<readonly string[]> {
  const { amendments } = readLedger((await store.checkpoint()).ledger);
  return [...new Set([...store.journal.tables.sources.texts(), ...amendments.map(({ event }) => event.source)])];
}
