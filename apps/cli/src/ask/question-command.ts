import type { Answerable, Raw } from '@kithline/metrics';
import { answerQuestion } from '@kithline/network/asking';
import type { Run } from '../door/door.ts';
import { exitCodes } from '../door/exit-codes.ts';
import { write, writeJson } from '../door/write.ts';
import { openStores } from '../stores/opened.ts';
import { readQuestion } from './read-question.ts';

/** Any question that the graph answers. */
export const run: Run = async (call) => {
  const question = readQuestion(call.command, call.args, call.options as Raw) as Answerable;
  const opened = await openStores(call);
  try {
    const found = await answerQuestion({ log: opened.log, graph: await opened.graph() }, question);
    if (call.json) await writeJson(call.door.out, found);
    else await write(call.door.out, (await import('./print/answer.ts')).printAnswer(found));
    return exitCodes.ok;
  } finally {
    await opened.close();
  }
};
