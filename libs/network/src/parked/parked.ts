import type { Parked, Settled, Skipped } from '@kithline/projection';
import { formatInstant } from '@kithline/touchpoints';
import type { OwnGraph } from '../graph-source.ts';
import { wrongField } from '../problem/problem.ts';

/** A parked event as it is told: `attempts` is 0 while it waits behind another of its subject. */
export type ParkedRow = Readonly<{ position: number; subject: string; error: string; attempts: number; recordedAt: string }>;

/** What could not be applied, and what was left out on purpose. */
export type ParkedList = Readonly<{ rows: readonly ParkedRow[]; skipped: readonly Skipped[] }>;

/** What trying again, or skipping, came to: the positions that are parked no longer, and what still is. */
export type SettledList = Readonly<{ left: readonly number[]; rows: readonly ParkedRow[] }>;

/** What is done with what is parked. No positions: all. */
export type ParkedOrder = Readonly<{ retry: readonly number[] | 'all' }> | Readonly<{ skip: number; reason: string }>;

const rowOf = ({ position, subject, error, attempts, recordedAt }: Parked): ParkedRow => ({
  position,
  subject,
  error,
  attempts,
  recordedAt: formatInstant(recordedAt),
});

export const parkedIn = ({ parked, skipped }: Pick<OwnGraph, 'parked' | 'skipped'>): ParkedList => ({
  rows: parked.map(rowOf),
  skipped,
});

export const settledList = ({ left, parked }: Settled): SettledList => ({ left, rows: parked.map(rowOf) });

/** @throws NotParked */
export async function settleParked(graph: Pick<OwnGraph, 'retry' | 'skip'>, order: ParkedOrder): Promise<SettledList> {
  if ('skip' in order) return settledList(await graph.skip(order.skip, order.reason));
  return settledList(await (order.retry === 'all' ? graph.retry() : graph.retry(order.retry)));
}

/** A position as somebody writes it. @throws Problem */
export function readPosition(text: string, field = 'position'): number {
  if (/^[1-9]\d{0,15}$/.test(text)) return Number(text);
  throw wrongField('badRequest', 'invalid_option', {
    field,
    message: `${field} must be a position of the log, a whole number; "${text}" is none`,
  });
}

/** Why something is skipped, in words. @throws Problem */
export function readReason(text: string | undefined): string {
  const reason = text?.trim() ?? '';
  if (reason !== '' && reason.length <= 500) return reason;
  const message = 'reason must say in words, at most 500 characters, why the event is left out: it is for good';
  throw wrongField('badRequest', 'invalid_option', { field: 'reason', message });
}
