import { randomUUID } from 'node:crypto';
import type { GraphSource } from '@kithline/network';
import { openServed, type ServedNetwork, type ServedSettings } from '@kithline/network/served';
import type { Call } from '../door/door.ts';
import { progressOf } from '../terminal/progress.ts';
import { reporter } from './graph.ts';
import type { Opened } from './opened.ts';

/** The network on servers. Nothing is connected before it is asked for. */
export function networkOnServers(call: Call, stores: ServedSettings): ServedNetwork {
  const progress = progressOf(call.door, 'reading the log', call.json);
  const report = reporter(call);
  return openServed(stores, {
    random: Math.random,
    newId: randomUUID,
    report,
    waits: seldom(({ message }) => report(`waiting: ${message}`)),
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

/** After how long without trouble, in milliseconds, trouble is news again; longer than any pause between two attempts. */
const quiet = 60_000;

/** Who types a command is told that it waits, and not at each attempt again. */
function seldom<Told>(tell: (told: Told) => void): (told: Told) => void {
  let last = -Infinity;
  return (told) => {
    const now = performance.now();
    if (now - last > quiet) tell(told);
    last = now;
  };
}
