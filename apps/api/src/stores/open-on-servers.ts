import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type EventLog, handle, openKeptAnswers, type Request } from '@kithline/log';
import { Away, openServed, type ServedSettings } from '@kithline/network/served';
import { InTurn } from './in-turn.ts';
import type { Around, Opened } from './opened.ts';

/** Milliseconds for which a log that does not answer is asked again before whoever waits is told; and between two looks at it. */
const [PATIENCE, LOOK] = [5_000, 5_000];

/** Opens log and graph on their servers, also while these are away. What was answered under a key is kept in a folder. */
export async function openOnServers(stores: ServedSettings, { now, report }: Around): Promise<Opened> {
  const folder = stores.folder ?? resolve('kithline-data');
  mkdirSync(folder, { recursive: true });
  const [logAway, graphAway] = [new Away('the log', { now, report }), new Away('the graph', { now, report })];
  const network = openServed(
    { ...stores, folder },
    { random: Math.random, newId: randomUUID, report, patience: PATIENCE, heard: (trouble) => graphAway.heard(trouble) },
  );
  const { log, graph } = network;
  const answers = await openKeptAnswers(join(folder, 'answers.sqlite'), now);
  // who writes a stream does not get in the way of others who write it through this process
  const inTurn = new InTurn();
  const decideAndAppend = (request: Request) => inTurn.run(request.stream, () => handle(log, request, Math.random));
  const unfinished = mkdtempSync(join(tmpdir(), 'kithline-api-'));
  const ending = new AbortController();
  const following = Promise.all([graph.follow(ending.signal), watch(log, logAway, ending.signal)]);
  return {
    parts: { log, graph, network, answers, unfinished, trouble: () => graph.trouble, handle: decideAndAppend, now },
    close: async () => {
      ending.abort();
      await network.close();
      await following;
      answers.close();
      rmSync(unfinished, { recursive: true, force: true });
    },
  };
}

/** Looks at the log now and then, since nobody may ask for anything of it for long. */
async function watch(log: EventLog, away: Away, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const trouble = await log.head().then(
      () => undefined,
      (error: Error) => error,
    );
    if (!signal.aborted) away.heard(trouble);
    await wait(LOOK, undefined, { signal }).catch(() => undefined);
  }
}
