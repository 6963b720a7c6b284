import { shapeOf } from '@kithline/touchpoints';
import { type CommandRoute, commandRoutes } from '../commands/table.ts';
import { bodyExample, bodySchema } from './command-body.ts';
import { content, parameter, type Part, refTo } from './schema.ts';

const ids: Readonly<Record<string, string>> = {
  ...{ communities: 'c-mill', members: 'p-ben', introductions: 'i-1', engagements: 'g-1', referrals: 'r-17', consents: 'p-ben' },
  ...{ 'consent-bases': '666c3b26-645a-559e-b3d6-e66224a4a451', practitioners: 'p-dee', persons: 'p-ben' },
};

const named: Readonly<Record<string, string>> = {
  ...{ communities: 'The community.', members: 'The person.', introductions: 'The introduction.', engagements: 'The engagement.' },
  ...{ referrals: 'The referral.', consents: 'The person whose consent it is.', practitioners: 'The practitioner.' },
  ...{ 'consent-bases': 'UUIDv5 of source, purposes and statement.', persons: 'The person; of a merge the id that stands for both.' },
};

const headers = ['Idempotency-Key', 'If-Match', 'X-Correlation-Id', 'X-Causation-Id'];

const erasing = ' An erasure (`effect: erase`) of an id of which nothing was ever recorded is refused as `unknown`: it may be misspelt.';

/** The name of the schema of a body. */
const bodyName = ({ command }: CommandRoute): string => `${command}Body`;

const answer = (status: string, description: string, example: Part): Part => ({
  [status]: {
    description,
    headers: Object.fromEntries(['ETag', 'Kithline-Position', 'X-Correlation-Id'].map((name) => [name, refTo('headers', name)])),
    content: content('application/json', refTo('schemas', 'Recorded'), example),
  },
});

function operationOf(route: CommandRoute): Part {
  const { collection, imperative, becomes, command } = route;
  const { meaning } = shapeOf(becomes);
  const mayErase = command === 'WithdrawConsent';
  const recorded = { position: 42, revision: 0, events: [{ id: '368d1598-067d-5272-a3d4-b2de4975823e', type: becomes }] };
  const body = {
    required: (bodySchema(route)['required'] as string[]).length > 0,
    content: content('application/json', refTo('schemas', bodyName(route)), bodyExample(route)),
  };
  return {
    operationId: `${collection}-${imperative}`,
    summary: `${command}: ${collection}/{id}/${imperative}`,
    description: `${meaning} Goes through the rules of its stream and may be refused by one of them; asked again, when it is so already, it changes nothing. Brings about ${becomes}.${mayErase ? erasing : ''}`,
    tags: [collection],
    parameters: [
      parameter('path', 'id', { description: named[collection] ?? '', schema: refTo('schemas', 'Id'), example: ids[collection] }),
      ...headers.map((name) => refTo('parameters', name)),
    ],
    requestBody: { description: 'The data of the event less the id in the path, and what surrounds it.', ...body },
    responses: {
      ...answer('201', 'It was recorded.', recorded),
      ...answer('200', 'It was so already: nothing was recorded.', { ...recorded, events: [] }),
      ...problems('400', ...(mayErase ? ['404'] : []), '408', '409', '412', '413', '415', '422', '429'),
    },
  };
}

/** The problems that an operation names; every other one has the same form. */
export const problems = (...statuses: readonly string[]): Part =>
  Object.fromEntries(
    [...statuses, 'default'].map((status) => [status, refTo('responses', status === 'default' ? 'Problem' : `Problem${status}`)]),
  );

export const commandPaths = (): Part =>
  Object.fromEntries(commandRoutes.map((route) => [`/v1/${route.collection}/{id}/${route.imperative}`, { post: operationOf(route) }]));

export const commandSchemas = (): Part => Object.fromEntries(commandRoutes.map((route) => [bodyName(route), bodySchema(route)]));
