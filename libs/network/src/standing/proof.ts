import { type EventLog, type Link, verify, type VerifyOptions } from '@kithline/log';
import type { OwnGraph } from '../graph-source.ts';
import { Problem } from '../problem/problem.ts';
import { proofOf, type Status, type Track } from './status.ts';

/** A log that is whole. */
export type Verified = Readonly<{ whole: true; position: number; hash: string | null }>;

/** Recomputes the hash of every event, or of those after a link of the chain that is known. @throws Problem when one does not fit */
export async function verifyLog(log: EventLog, progress?: Track, from?: Link): Promise<Verified> {
  const head = await log.head();
  const onProgress: VerifyOptions['onProgress'] = ({ position }) => progress?.(position, head.position);
  const found = await verify(log, { upTo: head.position, onProgress, ...(from && { from }) });
  if (found.whole) return { whole: true, position: found.position, hash: found.hash };
  const { position, expected, found: actual } = found;
  const detail = `the log was changed from outside: the event at position ${position} has hash ${actual}, its line and those above it give ${expected}`;
  throw new Problem('failed', 'log_changed', detail);
}

/** A graph that is the one its log gives. */
export type Proved = Readonly<{ equal: true; position: number; fingerprint: string }>;

/** Builds the graph from the log beside the one there is. @throws Problem when they differ */
export async function proveGraph(log: EventLog, graph: OwnGraph, progress?: Track): Promise<Proved> {
  const { position } = graph;
  return provedBy({ position, ...(await proofOf(log, graph, progress)) });
}

/** @throws Problem when the graph is not the one that the log gives */
export function provedBy({ position, live, rebuilt, equal }: NonNullable<Status['proof']> & Readonly<{ position: number }>): Proved {
  if (equal) return { equal, position, fingerprint: live };
  const detail = `the graph (${live}) is not the one the log gives (${rebuilt}) at position ${position}: run kithline rebuild`;
  throw new Problem('failed', 'graph_differs', detail);
}
