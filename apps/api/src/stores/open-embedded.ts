import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openKeptAnswers, openThreadedLog } from '@kithline/log';
import { EmbeddedNetwork, logPath, openEmbeddedGraph } from '@kithline/network';
import type { Around, Opened } from './opened.ts';

/** Opens a data folder to write, made where there is none, and follows its log. @throws LogUnavailable */
export async function openEmbedded(folder: string, { now, report }: Around): Promise<Opened> {
  mkdirSync(folder, { recursive: true });
  const log = await openThreadedLog(logPath(folder));
  const network = new EmbeddedNetwork({ log, graph: await openEmbeddedGraph({ log, folder, report }), folder });
  const answers = await openKeptAnswers(join(folder, 'answers.sqlite'), now);
  const { graph } = network;
  const ending = new AbortController();
  let trouble: Error | undefined;
  const following = graph.follow(ending.signal).catch((error: Error) => {
    trouble = error;
    report(`the graph stands still at position ${graph.position}`, error);
  });
  return {
    parts: {
      log,
      graph,
      network,
      answers,
      unfinished: emptied(join(folder, 'unfinished')),
      trouble: () => trouble,
      handle: (request) => log.handle(request),
      now,
    },
    close: async () => {
      ending.abort();
      await following;
      await graph.own.save();
      await log.close();
      answers.close(); // what is answered last is kept as well
    },
  };
}

/** An empty folder, whatever was left in it. */
function emptied(folder: string): string {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  return folder;
}
