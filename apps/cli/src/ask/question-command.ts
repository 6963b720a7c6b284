import type { Answerable, Raw } from '@kithline/metrics';
import { answerQuestion } from '@kithline/network/asking';
import { openToRead } from '../data-folder.ts';
import type { Run } from '../door/door.ts';
import { exitCodes } from '../door/exit-codes.ts';
import { write, writeJson } from '../door/write.ts';
import { openGraph } from '../graph.ts';
import { readQuestion } from './read-question.ts';

/** Any question that the graph answers. */
export const run: Run = async (call) => {
  const question = readQuestion(call.command, call.args, call.options as Raw) as Answerable;
  const log = await openToRead(call);
  try {
    const found = await answerQuestion({ log, graph: await openGraph(call, log) }, question);
    if (call.json) await writeJson(call.door.out, found);
    else await write(call.door.out, (await import('./print/answer.ts')).printAnswer(found));
    return exitCodes.ok;
  } finally {
    await log.close();
  }
};
