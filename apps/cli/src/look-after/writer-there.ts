import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Neo4jGraphs } from '@kithline/graph/neo4j';
import { askWriter, parkedIn, type ParkedList, type Rebuilt, type SettledList, type WriterOrder } from '@kithline/network';
import { readLedger } from '@kithline/projection';
import type { Call } from '../door/door.ts';
import { progressOf } from '../terminal/progress.ts';

/** Milliseconds between two looks at an order, and how many of them pass before somebody is told that nobody takes it up. */
const LOOK = 250;
const PATIENCE = 20;

/** The graphs on the server that the settings name; undefined where the graph is in this process. @throws GraphUnavailable */
export async function graphsOnServer(call: Call): Promise<Neo4jGraphs | undefined> {
  const { stores } = call;
  if (stores.mode === 'embedded') return undefined;
  const { Neo4jGraphs } = await import('@kithline/graph/neo4j');
  return Neo4jGraphs.connect(stores.graph);
}

/** What is parked and skipped, as the checkpoint of the live graph has it. */
export async function parkedThere(graphs: Neo4jGraphs): Promise<ParkedList> {
  try {
    const live = await graphs.live();
    const { ledger } = live === null ? { ledger: '' } : await graphs.checkpoint(live);
    return parkedIn(readLedger(ledger));
  } finally {
    await graphs.close();
  }
}

/** Has the projector do something; undefined when whoever asked waits no longer, which the order outlives. */
export async function orderThere<Answer extends SettledList | Rebuilt>(
  call: Call,
  graphs: Neo4jGraphs,
  order: WriterOrder,
): Promise<Answer | undefined> {
  const progress = progressOf(call.door, 'rebuilding', call.json);
  let looks = 0;
  try {
    const answer = await askWriter(graphs.orders, order, {
      id: randomUUID(),
      signal: call.door.signal,
      pause: () => wait(LOOK),
      onProgress: (going) => {
        if (going) progress.show(going.position, going.end, `${going.perSecond.toLocaleString('en-US')} events/s`);
        if (going === undefined && ++looks === PATIENCE)
          call.door.err.write(
            'kithline: no projector has taken the order up yet: still waiting for one; Ctrl-C ends the waiting, and the order stands\n',
          );
      },
    });
    return answer as Answer | undefined;
  } finally {
    progress.clear();
    await graphs.close();
  }
}
