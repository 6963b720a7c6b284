import { lookAfter } from './looking-after.ts';
import { content, objectOf, parameter, type Part, told } from './schema.ts';

const text = { type: 'string' };
const count = { type: 'integer', minimum: 0 };
const aPosition = { type: 'integer', minimum: 1, maximum: Number.MAX_SAFE_INTEGER };

const row = {
  position: 7,
  subject: 'member/p-ben',
  error: 'waits behind a parked event of its subject',
  attempts: 0,
  recordedAt: '2026-03-02T10:00:00Z',
};
const skip = { position: 4, subject: 'member/p-ana', reason: 'recorded by a test of the desk' };

/** An event that could not be applied, as every answer tells it. */
export const parkedRow = objectOf('An event that could not be applied.', {
  position: told(aPosition, 'Where the log holds it.', row.position),
  subject: told(text, 'Its stream.', row.subject),
  error: told(text, 'Why.', row.error),
  attempts: told(count, 'How often it was tried; 0 while it waits behind another.', row.attempts),
  recordedAt: told(text, 'When it was recorded.', row.recordedAt),
});
const rows = told({ type: 'array', items: parkedRow }, 'What is parked, in order of position.', [row]);
const list = objectOf('What is not in the graph.', {
  rows,
  skipped: told(
    {
      type: 'array',
      items: objectOf('An event that was left out on purpose.', {
        position: told(aPosition, 'Where the log holds it.', skip.position),
        subject: told(text, 'Its stream.', skip.subject),
        reason: told(text, 'Why, in words.', skip.reason),
      }),
    },
    'What was left out on purpose.',
    [skip],
  ),
});
const settled = objectOf('What came of it.', {
  left: told({ type: 'array', items: aPosition }, 'Positions that are parked no longer.', [7]),
  rows,
});

const json = (schema: Part, example: unknown): Part => content('application/json', schema, example);
const asked = (
  name: string,
  schema: Part,
  { description, example, required }: Readonly<{ description: string; example: unknown; required?: boolean }>,
): Part => parameter('query', name, { description, schema, example, ...(required !== undefined && { required }) });

export const parkedPaths: Part = {
  '/v1/parked': {
    get: lookAfter(
      'parked',
      ['what could not be applied', 'Events that the graph could not take, each with its error, and those left out on purpose.'],
      {
        answer: json(list, { rows: [row], skipped: [skip] }),
      },
    ),
  },
  '/v1/parked/retry': {
    post: lookAfter(
      'retry-parked',
      [
        'tries parked events again',
        'Those named, with the lines they stand in, or all. What waits behind one that is applied now follows in order.',
      ],
      {
        answer: json(settled, { left: [7], rows: [] }),
        parameters: [
          asked('position', { type: 'array', items: aPosition }, { description: 'Which ones.', example: [7] }),
          asked('all', { type: 'boolean', default: false }, { description: 'All of them.', example: false }),
        ],
        also: ['404'],
      },
    ),
  },
  '/v1/parked/skip': {
    post: lookAfter(
      'skip-parked',
      ['leaves a parked event out', 'For good, also when the graph is built anew; what waits behind it goes on.'],
      {
        answer: json(settled, { left: [7], rows: [] }),
        parameters: [
          asked('position', aPosition, { description: 'Which one.', example: 7, required: true }),
          asked(
            'reason',
            { type: 'string', minLength: 1, maxLength: 500 },
            { description: 'Why, in words.', example: skip.reason, required: true },
          ),
        ],
        also: ['404'],
      },
    ),
  },
};
