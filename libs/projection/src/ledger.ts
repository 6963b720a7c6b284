import type { Instant } from '@kithline/touchpoints';
import type { Amendment } from './amendments.ts';

/**
 * An event that could not be applied. It stops the line for its subject only: what follows for that subject waits behind it.
 * `attempts`: how often it was tried, 0 while it waits behind another. `recordedAt`: since when it could have been in the graph.
 */
export type Parked = Readonly<{ position: number; subject: string; error: string; attempts: number; recordedAt: Instant }>;

/** An event that somebody decided to leave out, and why. It stays left out in every graph built from here on. */
export type Skipped = Readonly<{ position: number; subject: string; reason: string }>;

/** The projection's own memory, kept with the checkpoint: amendments known so far, what is parked and what was skipped. */
export type Ledger = Readonly<{ amendments: readonly Amendment[]; parked: readonly Parked[]; skipped: readonly Skipped[] }>;

const empty: Ledger = { amendments: [], parked: [], skipped: [] };

export const readLedger = (text: string): Ledger => (text === '' ? empty : { ...empty, ...(JSON.parse(text) as Partial<Ledger>) });
export const writeLedger = (ledger: Ledger): string =>
  ledger.amendments.length + ledger.parked.length + ledger.skipped.length === 0 ? '' : JSON.stringify(ledger);
