import { parkedIn } from '../parked/parked.ts';
import { countBreaches } from '../standing/breaches.ts';
import { lagOf } from '../standing/lag.ts';
import type { Verified } from '../standing/proof.ts';
import { sourcesIn } from '../standing/sources.ts';
import { recordedAtOf, spanOf, type Status, type Track } from '../standing/status.ts';
import type { ServedNetwork } from './served-network.ts';
import { servedProof } from './served-proof.ts';

export type StatusProgress = Readonly<{ hash: Track; proof: Track; breaches: Track }>;
type Asked = Readonly<{ verified: Verified | undefined; progress?: StatusProgress }>;

/** Where log and graph stand, on their servers. Breaches are counted, the graph proved and the hash told where the log was `verified`. */
export async function servedStatus(network: ServedNetwork, { verified, progress }: Asked): Promise<Status> {
  const { log, graph } = network;
  const known = await graph.graphAt();
  const { position: checkpoint } = known;
  const parked = parkedIn(graph).rows;
  const breaches = verified ? await countBreaches(log, checkpoint, (position) => progress?.breaches(position, checkpoint)) : null;
  const head = await log.head();
  const span = await known.span(Infinity);
  return {
    folder: null,
    head: { position: head.position, recordedAt: recordedAtOf(head), hash: verified?.position === head.position ? verified.hash : null },
    checkpoint,
    lag: (await lagOf(log, checkpoint, head.position)).events,
    span: spanOf(span),
    sources: sourcesIn(await graph.sources()),
    parked,
    snapshot: null,
    sizes: null,
    proof: verified ? await proofOf(network, progress?.proof) : null,
    breaches,
  };
}

async function proofOf(network: ServedNetwork, progress: Track | undefined): Promise<Status['proof']> {
  const { live, rebuilt, equal } = await servedProof(network, progress);
  return { live, rebuilt, equal };
}
