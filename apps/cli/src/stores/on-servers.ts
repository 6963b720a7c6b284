import { randomUUID } from 'node:crypto';
import type { GraphSource } from '@kithline/network';
import { Away, openServed, type ServedNetwork, type ServedSettings } from '@kithline/network/served';
import type { Call } from '../door/door.ts';
import { progressOf } from '../terminal/progress.ts';
import { reporter } from './graph.ts';
import type { Opened } from './opened.ts';

/** The network on servers. Nothing is connected before it is asked for. */
export function networkOnServers(call: Call, stores: ServedSettings): ServedNetwork {
  const progress = progressOf(call.door, 'reading the log', call.json);
  const report = reporter(call);
  const away = new Away('the log', { now: Date.now, report });
  return openServed(stores, {
    random: Math.random,
    newId: randomUUID,
    report,
    waits: (trouble) => away.heard(trouble),
    progress: (position, end) => (position < end ? progress.show(position, end) : progress.clear()),
  });
}

export function openOnServers(call: Call, stores: ServedSettings): Opened {
  const network = networkOnServers(call, stores);
  const graph = async (): Promise<GraphSource> => {
    await network.graph.look();
    return network.graph;
  };
  return { log: network.log, graph, close: () => network.close() };
}
