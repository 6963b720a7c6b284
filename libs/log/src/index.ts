export * from './event-log.ts';
export * from './handle.ts';
export { HashChain, nothingYet } from './hash-chain.ts';
export * from './in-memory/in-memory-event-log.ts';
export type * from './kept-answers.ts';
export * from './log-unavailable.ts';
export { type Row, rowOf } from './rows.ts';
export * from './sqlite/index.ts';
export * from './verify.ts';
