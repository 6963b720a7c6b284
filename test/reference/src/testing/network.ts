import { InMemoryGraphStore, type ReferralGraph } from '@kithline/graph';
import { InMemoryEventLog } from '@kithline/log';
import { answer, type Answer, type Answerable, parseQuestion, type QuestionName, type Raw, schemas } from '@kithline/metrics';
import { catchUp } from '@kithline/projection';
import type { TouchpointEvent } from '@kithline/touchpoints';
import { Ajv } from 'ajv';

/** A log of these events, recorded in one batch, with the graph that follows from it. */
export async function networkOf(events: readonly TouchpointEvent[], upTo?: number): Promise<ReferralGraph> {
  const log = new InMemoryEventLog();
  await log.record(events);
  const store = new InMemoryGraphStore();
  await catchUp(log, store, upTo);
  return store.graph();
}

const ajv = new Ajv({ strict: true, allowUnionTypes: true });
const validators = new Map(Object.entries(schemas).map(([name, schema]) => [name, ajv.compile(schema)]));

/** Asks as a door does: the question is read from its spelling, and the answer held to its schema. Nothing is hidden unless asked for. */
export async function ask(graph: ReferralGraph, name: Exclude<QuestionName, 'events'>, raw: Raw = {}): Promise<Answer> {
  const parsed = parseQuestion(name, { disclosure: 'none', ...raw });
  if ('problems' in parsed) throw new Error(parsed.problems.map(({ field, message }) => `${field}: ${message}`).join('\n'));
  const found = await answer(graph, parsed.question as Answerable);
  const validate = validators.get(name)!;
  const asJson: unknown = JSON.parse(JSON.stringify(found));
  if (!validate(asJson)) throw new Error(`the answer to ${name} is not of its schema: ${ajv.errorsText(validate.errors)}`);
  return found;
}

/** A number read from an answer. */
export const figures = (answer: Answer, ...names: readonly string[]): unknown[] => names.map((name) => answer[name]);
