export { logPath, openEmbeddedGraph, type GraphOptions } from './data-folder.ts';
export { EmbeddedNetwork, type EmbeddedParts } from './embedded-network.ts';
export type { GraphInUse, GraphSource, OwnGraph, Projected } from './graph-source.ts';
export { type ExportedPage, exportPages } from './keeping/export-line.ts';
export { LiveGraph } from './live-graph.ts';
export { Network, type NetworkLog } from './network.ts';
export {
  parkedIn,
  readPosition,
  readReason,
  settleParked,
  type ParkedList,
  type ParkedOrder,
  type ParkedRow,
  type SettledList,
} from './parked/parked.ts';
export { Problem, wrongField, type FieldError, type ProblemJson, type ProblemKind } from './problem/problem.ts';
export { listed, toProblem, type Translations } from './problem/to-problem.ts';
export { Bases, basisIdIn, basisStream, decideBasis, purposesOf } from './recording/bases.ts';
export { basesIn, type ListedBasis } from './recording/listed-bases.ts';
export { entriesOf, recordBatch, recordEntries, reusedIn, type Entry, type Recording, type RowLog } from './recording/record-batch.ts';
export { proveGraph, verifyLog, type Proved, type Verified } from './standing/proof.ts';
export { addressIn, leaveAddress, takeAddressAway, type ServerAddress } from './server-address.ts';
export type { Sources } from './standing/sources.ts';
export * from './writer/orders.ts';
export { lagOf, mostCounted, type Lag } from './standing/lag.ts';
export { AnotherLog, refuseAnotherLog } from './standing/same-log.ts';
export { statusOf, type Status, type StatusOptions, type Track } from './standing/status.ts';
export { Turns } from './turns.ts';
