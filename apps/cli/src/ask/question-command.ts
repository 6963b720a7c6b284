import { answer, type Answerable, type Raw } from '@kithline/metrics';
import { openToRead } from '../data-folder.ts';
import type { Run } from '../door/door.ts';
import { exitCodes } from '../door/problem.ts';
import { write, writeJson } from '../door/write.ts';
import { openGraph } from '../graph.ts';
import { graphAsked } from './known-at.ts';
import { readQuestion } from './read-question.ts';

/** Any question that the graph answers. */
export const run: Run = async (call) => {
  const question = readQuestion(call.command, call.args, call.options as Raw) as Answerable;
  const log = await openToRead(call);
  try {
    const embedded = await openGraph(call, log);
    const graph = await graphAsked(question['known-at'], log, embedded);
    const parked = embedded.projection.parked.some(({ position }) => position <= graph.position);
    const found = await answer(graph, question, { notes: parked ? ['events_parked'] : [] });
    if (call.json) await writeJson(call.door.out, found);
    else await write(call.door.out, (await import('./print/answer.ts')).printAnswer(found));
    return exitCodes.ok;
  } finally {
    await log.close();
  }
};
