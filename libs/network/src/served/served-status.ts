import { parkedIn } from '../parked/parked.ts';
import { countBreaches } from '../standing/breaches.ts';
import { lagOf } from '../standing/lag.ts';
import type { Verified } from '../standing/proof.ts';
import { sourcesIn } from '../standing/sources.ts';
import { recordedAtOf, spanOf, type Status, type Track } from '../standing/status.ts';
import type { ServedNetwork } from './served-network.ts';

type Asked = Readonly<{ verified: Verified | undefined; progress?: Track }>;

/** Where log and graph stand, on their servers. Breaches are counted and the hash is told where the log was `verified`. */
export async function servedStatus({ log, graph }: ServedNetwork, { verified, progress }: Asked): Promise<Status> {
  const known = await graph.graphAt();
  const { position: checkpoint } = known;
  const parked = parkedIn(graph).rows;
  const breaches = verified ? await countBreaches(log, checkpoint, (position) => progress?.(position, checkpoint)) : null;
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
    proof: null,
    breaches,
  };
}
