import { anId, aStoredId } from './event-fields.ts';
import { type Problem, httpProblems } from './problems.ts';
import { content, parameter, type Part, refTo, told } from './schema.ts';

const text = { type: 'string' };
/** What stands at either end of a header is cut off on its way. */
const line = { type: 'string', minLength: 1, maxLength: 256, pattern: '^[\\x21-\\x7e]([\\x20-\\x7e]*[\\x21-\\x7e])?$' };
const walk = '1c6a7f0e-6d3c-4a53-9d4e-5b1f0c9a2e77';

const recorded: Part = {
  type: 'object',
  description: 'What a command brought about.',
  properties: {
    position: told(
      { type: 'integer', minimum: 0 },
      'Where the log holds the last of it: pass it as `wait-for` to a question that must have seen it.',
      42,
    ),
    revision: told({ type: 'integer', minimum: -1 }, 'Of the stream then, as in the ETag; -1 when nothing is recorded there.', 0),
    events: told(
      {
        type: 'array',
        items: {
          type: 'object',
          description: 'One event.',
          properties: {
            id: told(aStoredId, 'The stored id, which an annulment or a correction names.', '368d1598-067d-5272-a3d4-b2de4975823e'),
            type: told(text, 'Its core type.', 'ReferralAccepted'),
          },
          required: ['id', 'type'],
          additionalProperties: false,
        },
      },
      'The events; none when it was so already.',
      [{ id: '368d1598-067d-5272-a3d4-b2de4975823e', type: 'ReferralAccepted' }],
    ),
  },
  required: ['position', 'revision', 'events'],
  additionalProperties: false,
};

const wrong: Part = {
  type: 'object',
  description: 'One field that is wrong.',
  properties: {
    field: told(text, 'Its name, or its path within the body.', 'communityId'),
    message: told(text, 'What is wrong with it, and what would be right.', 'is required'),
  },
  required: ['field', 'message'],
  additionalProperties: false,
};

const problem: Part = {
  type: 'object',
  description: 'Why something was not done (RFC 9457).',
  properties: {
    title: told(text, 'What kind of problem it is.', 'This cannot be understood'),
    status: told({ type: 'integer', minimum: 400, maximum: 599 }, 'The HTTP status.', 400),
    code: told({ type: 'string', pattern: '^[a-z0-9_]+$' }, 'Stable, for programs; the README lists them all.', 'invalid_command'),
    detail: told(text, 'What is wrong, for people.', 'communityId is required'),
    errors: told({ type: 'array', items: wrong }, 'Every field that is wrong.', [{ field: 'communityId', message: 'is required' }]),
    revision: told(
      { type: ['integer', 'null'] },
      'Of a conflict: the revision at which the stream is; null when nothing is recorded there.',
      3,
    ),
  },
  required: ['title', 'status', 'code', 'detail', 'errors'],
  additionalProperties: false,
};

const responseOf = ({ description, example }: Problem): Part => ({
  description,
  headers: { 'X-Correlation-Id': refTo('headers', 'X-Correlation-Id') },
  content: content('application/problem+json', refTo('schemas', 'Problem'), example),
});

const header = (name: string, description: string, schema: Part, example: unknown): Part => ({
  [name]: parameter('header', name, { description, schema, example }),
});

export const schemas: Part = {
  Id: told(anId, 'An opaque identifier, compared by bytes.', 'p-ben'),
  Recorded: recorded,
  Problem: problem,
};

export const responses = (): Part => Object.fromEntries(Object.entries(httpProblems).map(([name, each]) => [name, responseOf(each)]));

export const parameters: Part = {
  ...header(
    'Idempotency-Key',
    'A key of the sender for this command, best a random UUID. The same key with the same path and body gets the first answer again for at least a day; with others it is refused.',
    { type: 'string', minLength: 1, maxLength: 255, pattern: '^[\\x21-\\x7e]+$' },
    '8c5b4a0e-2f8e-4bb5-9d8e-7f0f3f0a1f10',
  ),
  ...header(
    'If-Match',
    'Only if the stream is at this revision, as an ETag told it.',
    { type: 'string', pattern: '^"[0-9]{1,15}"$' },
    '"3"',
  ),
  ...header(
    'X-Correlation-Id',
    'What belongs together: goes into the events, the answer and the log of requests. One is made where there is none.',
    line,
    walk,
  ),
  ...header('X-Causation-Id', 'What brought the command about: goes into the events.', line, 'sheet-3'),
};

export const headers: Part = {
  ETag: { description: 'The revision of the stream, in quotes.', schema: text, example: '"0"' },
  'X-Correlation-Id': { description: 'The correlation id of the request.', schema: text, example: walk },
  'Kithline-Position': { description: 'The position of the log that the answer was computed at (K).', schema: text, example: '12345' },
  'Retry-After': { description: 'Seconds after which to ask again.', schema: text, example: '1' },
  Link: {
    description: 'Where the next page is.',
    schema: text,
    example: '</v1/events?disclosure=none&after=100&known-at=250>; rel="next"',
  },
};
