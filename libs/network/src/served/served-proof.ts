import { isUnchanged } from '@kithline/graph/neo4j';
import { readLedger } from '@kithline/projection';
import { Problem } from '../problem/problem.ts';
import type { Status, Track } from '../standing/status.ts';
import type { ServedNetwork } from './served-network.ts';

type Live = Readonly<{ position: number; ledger: string; fingerprint: string }>;

/** How often the graph is read when it goes on each time meanwhile. */
const ATTEMPTS = 10;

/** The hash of the live graph on its server, and of the one that the log alone gives at the same position. @throws GraphUnavailable, Problem */
export async function servedProof(
  { log, graph }: ServedNetwork,
  progress?: Track,
): Promise<NonNullable<Status['proof']> & Readonly<{ position: number }>> {
  const { rebuiltFingerprint } = await import('@kithline/projection');
  const { position, ledger, fingerprint: live } = await liveIn(graph);
  const rebuilt = await rebuiltFingerprint(log, position, { progress, skipped: readLedger(ledger).skipped });
  return { position, live, rebuilt, equal: live === rebuilt };
}

/** The fingerprint is that of the newest checkpoint, so it is read between two looks that see the same one. */
async function liveIn(graph: ServedNetwork['graph']): Promise<Live> {
  const graphs = await graph.graphs();
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const standing = await graphs.standing();
    const store = graphs.store(standing.generation);
    const [{ position, ledger }, fingerprint] = [await graphs.checkpoint(standing.generation), await store.fingerprint()];
    const again = await graphs.standing();
    if (isUnchanged(again, standing) && again.position === position) return { position, ledger, fingerprint };
  }
  throw new Problem('unavailable', 'graph_moved', 'the graph goes on faster than it can be read: prove it when less is recorded');
}
