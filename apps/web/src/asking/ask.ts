import createClient from 'openapi-fetch';
import type { AnswerTo, EventsAnswer, QuestionName } from './answer.ts';
import type { paths } from './generated/api.d.ts';
import { AskingFailed, failureOf, unreachable } from './problem.ts';
import { type AskedAt, optionsAt, type Question } from './question.ts';

/** The api, typed by its OpenAPI document. */
const api = createClient<paths>({ baseUrl: location.origin, headers: { accept: 'application/json' }, fetch: (request) => fetch(request) });

/** Asks one question. @throws AskingFailed with the server's words, or `unreachable` */
export async function ask<Name extends QuestionName>(question: Question<Name>, at: AskedAt, signal: AbortSignal): Promise<AnswerTo<Name>> {
  // The options were checked against their own question when it was made; which one it is, is not known here.
  const query = optionsAt(question, at) as object;
  const name: QuestionName = question.name;
  const asked = api.GET(`/v1/${name}`, { params: { query }, signal });
  return (await answered(asked, signal)) as AnswerTo<Name>;
}

/** Asks what was recorded, of a network that hides nothing; in JSON, not as a stream. @throws AskingFailed */
export const askEvents = async (options: Readonly<Record<string, string>>, signal: AbortSignal): Promise<EventsAnswer> =>
  (await answered(api.GET('/v1/events', { params: { query: { ...options, disclosure: 'none' } }, signal }), signal)) as EventsAnswer;

/** Asks where log and graph stand, without what takes reading the whole log. @throws AskingFailed */
export const askStatus = (signal: AbortSignal) => answered(api.GET('/v1/status', { params: { query: { quick: true } }, signal }), signal);

type Outcome<Body> = Readonly<{ data?: Body; error?: unknown; response: Response }>;

async function answered<Body>(asked: Promise<Outcome<Body>>, signal: AbortSignal): Promise<Body> {
  const { data, error, response } = await asked.catch((failure: unknown) => {
    if (signal.aborted) throw failure;
    throw (failure as Error).name === 'SyntaxError' ? new AskingFailed('', { status: 200, code: 'no_json' }) : unreachable();
  });
  if (data === undefined) throw failureOf(response, error);
  return data;
}
