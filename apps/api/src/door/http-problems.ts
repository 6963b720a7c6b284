import { Problem, type ProblemKind, toProblem, type Translations } from '@kithline/network';
import type { RuleBroken } from '@kithline/touchpoints';
import { asParameters } from '../asking/as-parameters.ts';

type Told = readonly [kind: ProblemKind, code: string, detail: string];

const nothing: Told = ['notFound', 'no_such_path', 'There is nothing at this path: /v1/openapi.json describes what there is'];

/** What Fastify and Nest throw before anything of ours runs, by their codes. */
const byCode: Readonly<Record<string, Told>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: [
    'tooLarge',
    'body_too_large',
    'The body is larger than this resource takes; send events in bulk to POST /v1/events',
  ],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: ['badRequest', 'invalid_body', 'The body is not as long as its Content-Length says'],
  FST_ERR_BAD_URL: ['badRequest', 'invalid_path', 'The path is not well-formed: a character in it is encoded wrongly'],
  // a QUERY without a body; no resource takes one
  FST_ERR_ROUTE_MISSING_CONTENT_TYPE: nothing,
  FST_ERR_MAX_PARAM_LENGTH: ['badRequest', 'invalid_path', 'A part of the path is too long: an id has at most 128 characters'],
};

const translations: Translations = {
  NotFoundException: () => nothingHere,
  /** What else Fastify refuses. */
  HttpException: () => new Problem('badRequest', 'invalid_http', 'This is not a request that this server can read'),
  /** The rule itself says why, by its code and its sentence. */
  RuleBroken: (error) => new Problem('conflict', (error as RuleBroken).code, error.message),
};

/** What failed here is not told to whoever asked: it may name people. The log of the server has its kind under the correlation id. */
const failed = new Problem(
  'failed',
  'failed',
  'This server failed to do it; what happened is in its log, under the X-Correlation-Id of this answer',
);

/** What a thrown thing is over HTTP. */
export function httpProblem(error: unknown): Problem {
  const told = byCode[codeOf(error) ?? codeOf((error as Error | null)?.cause) ?? ''];
  if (told) return new Problem(...told);
  const problem = toProblem(error, translations);
  const ours = error instanceof Problem || problem.status !== 500 || /^(log|graph)_/.test(problem.code);
  return ours ? inParameters(problem) : failed;
}

/** What is wrong with a question names its options, which are parameters here. */
function inParameters(problem: Problem): Problem {
  const { kind, code, message, errors } = problem;
  if (code !== 'invalid_question') return problem;
  const told = errors.map((each) => ({ ...each, message: asParameters(each.message) }));
  return new Problem(kind, code, asParameters(message), told);
}

const codeOf = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : undefined;

/** No route has this path. */
export const nothingHere = new Problem(...nothing);
