import { Snapshots } from '@kithline/projection';
import { openToRead } from '../stores/data-folder.ts';
import type { Call, Run } from '../door/door.ts';
import { Problem, proveGraph } from '@kithline/network';
import type { ServedSettings } from '@kithline/network/served';
import { exitCodes } from '../door/exit-codes.ts';
import { writeJson, write } from '../door/write.ts';
import { progressOf } from '../terminal/progress.ts';
import { openGraph, reporter } from '../stores/graph.ts';
import { rebuildOrderOf, rebuildThere } from './rebuild-there.ts';
import { graphsOnServer } from './writer-there.ts';
import type { SqliteLog } from '@kithline/log';

/** `kithline rebuild`: the graph anew from the log; with `--verify` only the proof that the live one equals it. */
export const run: Run = async (call) => {
  const order = rebuildOrderOf(call);
  if (call.options.verify === true && call.stores.mode === 'served') return proveThere(call, call.stores);
  const graphs = await graphsOnServer(call);
  if (graphs) return rebuildThere(call, graphs, order);
  refuseServersOptions(call);
  const log = await openToRead(call);
  try {
    return await (call.options.verify === true ? prove(call, log) : rebuild(call, log));
  } finally {
    await log.close();
  }
};

function refuseServersOptions({ options }: Call): void {
  const field = ['accept', 'throttle'].find((name) => options[name] !== undefined);
  if (field === undefined) return;
  const message = `--${field} goes with GRAPH=neo4j: a graph in this process is built anew at once`;
  throw new Problem('badRequest', 'invalid_option', message, [{ field, message }]);
}

async function prove(call: Call, log: SqliteLog): Promise<number> {
  const live = await openGraph(call, log);
  const progress = progressOf(call.door, 'rebuilding', call.json);
  const proved = await proveGraph(log, live, (done, end) => progress.show(done, end)).finally(() => progress.clear());
  if (call.json) await writeJson(call.door.out, { ...proved, startedFrom: live.startedFrom });
  else
    await write(
      call.door.out,
      `The graph equals the one rebuilt from the first ${proved.position} events: both are ${proved.fingerprint}.\n`,
    );
  return exitCodes.ok;
}

async function proveThere(call: Call, stores: ServedSettings): Promise<number> {
  const network = (await import('../stores/on-servers.ts')).networkOnServers(call, stores);
  const progress = progressOf(call.door, 'rebuilding', call.json);
  const proved = await network
    .prove((done, end) => progress.show(done, end))
    .finally(() => {
      progress.clear();
      return network.close();
    });
  if (call.json) await writeJson(call.door.out, proved);
  else
    await write(
      call.door.out,
      `The graph equals the one rebuilt from the log up to position ${proved.position}: both are ${proved.fingerprint}.\n`,
    );
  return exitCodes.ok;
}

async function rebuild(call: Call, log: SqliteLog): Promise<number> {
  new Snapshots(call.folder, log, reporter(call)).clear();
  const graph = await openGraph(call, log);
  const { position } = graph;
  if (call.json) await writeJson(call.door.out, { position, fingerprint: graph.store.fingerprint() });
  else await write(call.door.out, `The graph is built anew from ${position} events.\n`);
  return exitCodes.ok;
}
