export * from './event-store-server.ts';
export type { AppendFault } from './faults.ts';
export * from './server-process.ts';
