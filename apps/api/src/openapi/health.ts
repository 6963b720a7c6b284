import { httpProblems } from './problems.ts';
import { content, type Part, refTo, told } from './schema.ts';

const live = {
  type: 'object',
  description: 'It runs.',
  properties: { status: told({ const: 'live' }, 'That it runs.', 'live') },
  required: ['status'],
};
const count = { type: 'integer', minimum: 0 };
const ready = {
  type: 'object',
  description: 'How far the graph has come.',
  properties: {
    status: told({ type: 'string', enum: ['ready', 'behind'] }, 'Whether answers are up to date.', 'ready'),
    head: told(count, 'Where the log ends.', 12345),
    projected: told(count, 'How far the graph has applied it.', 12345),
    lag: told(count, 'Events in between, counted up to a limit.', 0),
    lagIsAtLeast: told({ type: 'boolean' }, 'Whether there are more than were counted.', false),
    following: told({ type: 'boolean' }, 'Whether the graph still follows the log.', true),
  },
  required: ['status', 'head', 'projected', 'lag', 'lagIsAtLeast', 'following'],
};
const upToDate = { status: 'ready', head: 12345, projected: 12345, lag: 0, lagIsAtLeast: false, following: true };

export const healthPaths = (): Part => ({
  '/health/live': {
    get: {
      operationId: 'live',
      summary: 'whether the process runs',
      description: 'Answers as long as the process runs.',
      tags: ['health'],
      responses: { 200: { description: 'It runs.', content: content('application/json', live, { status: 'live' }) } },
    },
  },
  '/health/ready': {
    get: {
      operationId: 'ready',
      summary: 'whether answers are up to date',
      description: 'Compares the graph with the head of the log, in events.',
      tags: ['health'],
      responses: {
        200: { description: 'Answers are up to date.', content: content('application/json', ready, upToDate) },
        503: {
          description:
            'The graph is far behind, or follows no longer; a problem where the server of the log or of the graph does not answer.',
          content: {
            ...content('application/json', ready, { ...upToDate, status: 'behind', projected: 10000, lag: 2345 }),
            ...content('application/problem+json', refTo('schemas', 'Problem'), httpProblems['Problem503']?.example),
          },
        },
      },
    },
  },
});
