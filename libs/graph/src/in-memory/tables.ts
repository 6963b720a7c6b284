import { IdTable } from './id-table.ts';

/** The names behind the numbers in the journal. Persons, referrers, introducers and practitioners are one table. */
export class Tables {
  readonly persons = new IdTable();
  readonly communities = new IdTable();
  readonly referrals = new IdTable();
  readonly introductions = new IdTable();
  readonly engagements = new IdTable();
  readonly sessions = new IdTable();
  readonly bases = new IdTable();
  /** CloudEvents sources. */
  readonly sources = new IdTable();
  /** Kinds, reasons, pathways, instruments, time zones: open but few. */
  readonly words = new IdTable();
}

export type TableName = keyof Tables;
export const tableNames: readonly TableName[] = [
  'persons',
  'communities',
  'referrals',
  'introductions',
  'engagements',
  'sessions',
  'bases',
  'sources',
  'words',
];
