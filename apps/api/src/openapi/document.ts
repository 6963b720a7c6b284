import { commandRoutes } from '../commands/table.ts';
import { commandPaths, commandSchemas } from './commands.ts';
import { headers, parameters, responses, schemas } from './components.ts';
import { eventPaths, eventSchemas } from './events.ts';
import { healthPaths } from './health.ts';
import { lookAfterPaths } from './look-after.ts';
import { parkedPaths } from './parked.ts';
import { answerSchemas, questionPaths } from './questions.ts';
import { content, type Part } from './schema.ts';

const collections = [...new Set(commandRoutes.map(({ collection }) => collection))];

const tags = [
  { name: 'questions', description: 'Figures and paths: what was true on V, as known at K.' },
  { name: 'events', description: 'The log: what was recorded, and facts from elsewhere.' },
  ...collections.map((name) => ({ name, description: `Commands to ${name}.` })),
  { name: 'looking after', description: 'What whoever keeps a network does now and then.' },
  { name: 'health', description: 'Whether it runs, and whether answers are up to date.' },
  { name: 'about', description: 'This document.' },
];

const self: Part = {
  get: {
    operationId: 'openapi',
    summary: 'this document',
    description: 'The OpenAPI 3.1 document of this api.',
    tags: ['about'],
    responses: {
      200: {
        description: 'The document.',
        content: content('application/json', { type: 'object', description: 'OpenAPI 3.1.' }, { openapi: '3.1.0' }),
      },
    },
  },
};

/** The OpenAPI 3.1 document: made from the tables of commands and questions and from the schemas of events and answers. */
export const openApi = (): Part => ({
  openapi: '3.1.0',
  info: {
    title: 'Kithline',
    version: '1',
    summary: 'An event-sourced referral graph for community mental-health networks.',
    description:
      'Commands record what happens, questions are answered from the graph. Every refusal is an RFC 9457 problem with a stable code. Loopback only: nobody signs in yet.',
    license: { name: 'Unlicensed', identifier: 'LicenseRef-Unlicensed' },
  },
  servers: [{ url: '/', description: 'This server.' }],
  tags,
  paths: {
    ...questionPaths(),
    ...eventPaths(),
    ...commandPaths(),
    ...lookAfterPaths,
    ...parkedPaths,
    ...healthPaths(),
    '/v1/openapi.json': self,
  },
  components: {
    schemas: { ...schemas, ...eventSchemas, ...answerSchemas(), ...commandSchemas() },
    parameters,
    headers,
    responses: responses(),
  },
  security: [{}],
});
