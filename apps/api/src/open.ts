import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openKeptAnswers, openSqliteLog } from '@kithline/log';
import { logPath, Network, openEmbeddedGraph } from '@kithline/network';
import type { Parts } from './parts.ts';

/** The parts, and how they are put away. */
export type Opened = Readonly<{ parts: Parts; close: () => Promise<void> }>;

/** Told of what does not stop the process. */
type Report = (line: string, error?: unknown) => void;

/** Opens a data folder to write, made where there is none, and follows its log. @throws LogUnavailable */
export async function open(folder: string, { now, report }: Readonly<{ now: () => number; report: Report }>): Promise<Opened> {
  mkdirSync(folder, { recursive: true });
  const log = await openSqliteLog(logPath(folder), { now, mode: 'write' });
  const network = new Network({ log, graph: await openEmbeddedGraph({ log, folder, report }), folder });
  const answers = await openKeptAnswers(join(folder, 'answers.sqlite'), now);
  const { graph } = network;
  const ending = new AbortController();
  let follows = true;
  const following = graph.follow(ending.signal).catch((error: unknown) => {
    follows = false;
    report(`the graph stands still at position ${graph.position}`, error);
  });
  return {
    parts: {
      log,
      graph,
      network,
      answers,
      unfinished: emptied(join(folder, 'unfinished')),
      following: () => follows,
      random: Math.random,
      now,
    },
    close: async () => {
      ending.abort();
      await following;
      await graph.own.save();
      answers.close();
      await log.close();
    },
  };
}

/** An empty folder, whatever was left in it. */
function emptied(folder: string): string {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  return folder;
}
