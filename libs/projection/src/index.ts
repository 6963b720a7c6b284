export { Amendments, type Amendment } from './amendments.ts';
export { EmbeddedGraph, type EmbeddedOptions, rebuiltFingerprint } from './embedded-graph.ts';
export { factOf } from './fact-of.ts';
export { catchUp, follow, type Progress } from './follow.ts';
export type { Parked } from './ledger.ts';
export { project } from './project.ts';
export { Projection } from './projection.ts';
export { Snapshots, type Report } from './snapshots.ts';
