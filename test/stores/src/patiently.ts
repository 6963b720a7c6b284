import { GraphUnavailable } from '@kithline/graph/neo4j';

const MOST = 120_000;

/** Does it again while the server does not answer: one that has just started takes long for its first answers on a busy machine. */
export async function patiently<T>(work: () => Promise<T>): Promise<T> {
  const began = performance.now();
  for (;;) {
    try {
      return await work();
    } catch (error) {
      const isAway = error instanceof GraphUnavailable && ['unavailable', 'timed-out'].includes(error.code);
      if (!isAway || performance.now() - began > MOST) throw error;
    }
  }
}
