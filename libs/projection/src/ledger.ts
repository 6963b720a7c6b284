import type { Amendment } from './amendments.ts';

/** An event that could not be applied. It stops the line for its subject only: what follows for that subject waits behind it. */
export type Parked = Readonly<{ position: number; subject: string; error: string }>;

/** The projection's own memory, kept with the checkpoint: amendments known so far, and what is parked. */
export type Ledger = Readonly<{ amendments: readonly Amendment[]; parked: readonly Parked[] }>;

const empty: Ledger = { amendments: [], parked: [] };

export const readLedger = (text: string): Ledger => (text === '' ? empty : (JSON.parse(text) as Ledger));
export const writeLedger = (ledger: Ledger): string =>
  ledger.amendments.length + ledger.parked.length === 0 ? '' : JSON.stringify(ledger);
