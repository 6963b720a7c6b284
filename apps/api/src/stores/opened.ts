import type { Parts } from '../parts.ts';

/** The parts, and how they are put away. */
export type Opened = Readonly<{ parts: Parts; close: () => Promise<void> }>;

/** The clock (the embedded log, which a thread writes, goes by that of the machine), and who is told of what does not stop the process. */
export type Around = Readonly<{ now: () => number; report: (line: string, error?: unknown) => void }>;
