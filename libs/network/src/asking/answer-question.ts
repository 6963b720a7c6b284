import type { EventLog } from '@kithline/log';
import { answer, type Answer, type Answerable } from '@kithline/metrics';
import type { GraphSource } from '../graph-source.ts';
import { askedAgain } from './asked-again.ts';
import { positionOf } from './known-at.ts';

/** What is asked: a log, and the graph beside it. */
export type Sources = Readonly<{ log: EventLog; graph: GraphSource }>;

/**
 * Answers a question of the graph at the K it asks for.
 * @throws Problem (no such K), Unknown, InvalidOption
 */
export const answerQuestion = (sources: Sources, question: Answerable): Promise<Answer> => askedAgain(() => answered(sources, question));

async function answered({ log, graph }: Sources, question: Answerable): Promise<Answer> {
  const asked = question['known-at'];
  const known = await graph.graphAt(asked && (await positionOf(asked, log, graph.position)));
  const parked = graph.parked.some((event) => event.position <= known.position);
  return answer(known, question, { notes: parked ? ['events_parked'] : [] });
}
