import { purposes } from '@kithline/touchpoints';
import { problems } from './commands.ts';
import { anEvent as event, cloudEvent } from './cloud-event.ts';
import { aStoredId } from './event-fields.ts';
import { answerExample, answerName, parametersOf } from './questions.ts';
import { definitions } from './definitions.ts';
import { content, parameter, type Part, refTo, told } from './schema.ts';

const line = JSON.stringify(event);
const text = { type: 'string' };

const taken: Part = {
  type: 'object',
  description: 'What came of one event.',
  properties: {
    outcome: told({ type: 'string', enum: ['written', 'known'] }, 'Whether it was written now or known already.', 'written'),
    position: told({ type: 'integer' }, 'Its place in the log.', 42),
    id: told(aStoredId, 'Its stored id.', '368d1598-067d-5272-a3d4-b2de4975823e'),
    stream: told(text, 'Its stream.', 'member/p-ben'),
  },
  required: ['outcome', 'position', 'id', 'stream'],
};

const one = (status: string, description: string): Part => ({
  [status]: {
    description,
    headers: { 'Kithline-Position': refTo('headers', 'Kithline-Position') },
    content: {
      ...content('application/json', refTo('schemas', 'Taken'), {
        outcome: status === '201' ? 'written' : 'known',
        position: 42,
        id: '368d1598-067d-5272-a3d4-b2de4975823e',
        stream: 'member/p-ben',
      }),
      ...(status === '200' &&
        content('application/x-ndjson', told(text, 'What came of each line, in batches, in order.', results), results)),
    },
  },
});
const results = '{"line":1,"outcome":"written","position":42}\n{"line":2,"outcome":"rejected","reason":"time is required"}\n';

const post: Part = {
  operationId: 'record-events',
  summary: 'records facts from elsewhere',
  description:
    'One event in CloudEvents binary mode (`application/json` with `ce-` headers) or structured mode; or any number as a batch or as lines, read as they come, each with its result. ' +
    'Delivering twice changes nothing. The same is refused as by `kithline import`.',
  tags: ['events'],
  parameters: [
    parameter('query', 'consent-basis', {
      description: "The basis, in words, on which these events may be used: declared directly before each source's first event.",
      schema: { type: 'string', minLength: 1, maxLength: 2000 },
      example: 'Members agreed on paper when they joined',
    }),
    parameter('query', 'purposes', {
      description: 'With consent-basis: what it covers them for.',
      schema: { type: 'array', items: { type: 'string', enum: purposes }, minItems: 1 },
      example: ['outcome_stats', 'follow_up'],
    }),
  ],
  requestBody: {
    description: 'The events.',
    required: true,
    content: {
      ...content('application/cloudevents+json', refTo('schemas', 'CloudEvent'), event),
      ...content(
        'application/json',
        told({ type: 'object' }, 'The data of the event whose attributes stand in ce- headers.', event.data),
        event.data,
      ),
      ...content(
        'application/cloudevents-batch+json',
        told({ type: 'array', items: refTo('schemas', 'CloudEvent') }, 'A batch.', [event]),
        [event],
      ),
      ...content('application/x-ndjson', told(text, 'One event a line.', `${line}\n`), `${line}\n`),
    },
  },
  responses: {
    ...one('201', 'The event was recorded.'),
    ...one('200', 'The event was known already; or, of many events, what came of each.'),
    ...problems('400', '409', '413', '415', '429'),
  },
};

/** What is otherwise with events: a page has an end, and nothing is masked. */
const ofEvents: Readonly<Record<string, Part>> = {
  limit: { schema: { type: 'integer', minimum: 1, maximum: 1_000, default: 100 } },
  disclosure: { schema: { type: 'string', enum: ['none'] }, required: true },
};
const stream = 'id: 42\nevent: appended\ndata: {"position":42,"type":"MemberJoined"}\n\n';

const get = (): Part => ({
  operationId: 'events',
  summary: 'what was recorded',
  description: `${definitions['events']} By pages as JSON, as it comes as server-sent events (\`appended\`, \`projected\`; resumable by Last-Event-ID), or whole as the export of the command line.`,
  tags: ['events'],
  parameters: [
    ...parametersOf('events').map((each) => ({ ...each, ...ofEvents[String(each['name'])] })),
    parameter('header', 'Last-Event-ID', {
      description: 'Of server-sent events: go on after this position.',
      schema: { type: 'string', pattern: '^\\d{1,15}$' },
      example: '42',
    }),
    parameter('header', 'If-None-Match', {
      description: 'Of a stream: only when it has gone on since this ETag.',
      schema: text,
      example: '"3"',
    }),
  ],
  responses: {
    200: {
      description: 'The events.',
      headers: {
        'Kithline-Position': refTo('headers', 'Kithline-Position'),
        Link: refTo('headers', 'Link'),
        ETag: refTo('headers', 'ETag'),
      },
      content: {
        ...content('application/json', refTo('schemas', answerName('events')), answerExample('events')),
        ...content('text/event-stream', told(text, 'Server-sent events.', stream), stream),
        ...content('application/x-ndjson', told(text, 'The export: an event a line.', `${line}\n`), `${line}\n`),
      },
    },
    304: { description: 'The stream is as it was.' },
    ...problems('400', '404', '406', '429', '503'),
  },
});

export const eventPaths = (): Part => ({ '/v1/events': { get: get(), post } });
export const eventSchemas: Part = { CloudEvent: cloudEvent, Taken: taken };
