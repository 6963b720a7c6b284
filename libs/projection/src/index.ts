export { Amendments, type Amendment } from './amendments.ts';
export { EmbeddedGraph, type EmbeddedOptions, rebuiltFingerprint } from './embedded-graph.ts';
export { factOf } from './fact-of.ts';
export { catchUp, type CatchUpOptions, type Progress } from './follow.ts';
export { type Ledger, type Parked, readLedger, type Skipped } from './ledger.ts';
export { NotParked, TooManyParked } from './parking.ts';
export { project } from './project.ts';
export { Projection, type ProjectionOptions, type Settled } from './projection.ts';
export { Snapshots, type Report } from './snapshots.ts';
