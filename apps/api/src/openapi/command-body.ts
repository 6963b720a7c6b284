import { type JsonSchema, precisions, reasons, shapeOf } from '@kithline/touchpoints';
import type { CommandRoute } from '../commands/table.ts';
import { exampleOfAll, publishedAll } from './event-fields.ts';

type Properties = Readonly<Record<string, JsonSchema>>;

/** What a body may say beside the data of its event. */
export const surroundingSchemas: Properties = {
  time: { type: 'string', format: 'date-time', description: 'When it happened; default: now.' },
  precision: { type: 'string', enum: precisions, description: 'How exactly the time is known; default: to the second.' },
  timeto: { type: 'string', format: 'date-time', description: 'When it ended, where only an interval is known; not before `time`.' },
  actor: {
    type: 'string',
    format: 'id',
    description:
      'Who does it. Of a referral: the requester when it is the referrer, the target when the practitioner, the client when the person, else the system.',
  },
  community: { type: 'string', format: 'id', description: 'The community it happened in, where the data does not say so.' },
};

/** What a body says, and what it must say: the data of the event less the id in the path. */
export function fieldsOfBody({ becomes, command }: CommandRoute): Readonly<{ properties: Properties; required: readonly string[] }> {
  const { schema, key } = shapeOf(becomes);
  const data = schema as Readonly<{ properties: Properties; required: readonly string[] }>;
  if (command === 'RevokeConsentBasis') return { properties: surroundingSchemas, required: [] }; // its words are those that were declared
  const properties = Object.fromEntries(Object.entries(data.properties).filter(([name]) => name !== key));
  return { properties: { ...properties, ...surroundingSchemas }, required: data.required.filter((name) => name !== key) };
}

/** Of which commands a rule asks for a reason: their events may lack it, since facts from elsewhere do. */
const needAReason = ['LeaveCommunity', 'RejectReferral', 'CancelReferral', 'FailReferral', 'CloseReferral', 'ReopenReferral'];
/** Whose reason, where there is one, is out of the list. */
const needAListedReason = [...needAReason.filter((command) => command !== 'ReopenReferral'), 'CompleteReferral'];

const aReason: JsonSchema = {
  type: 'string',
  enum: reasons,
  description: 'Why, out of the list of reasons. `died` and `moved_away` end observation.',
};

/** What must be said for a command to be done: by the shape of its event, or by a rule. */
export const demandedBy = (route: CommandRoute): readonly string[] => [
  ...fieldsOfBody(route).required,
  ...(needAReason.includes(route.command) ? ['reason'] : []),
];

/** The schema of a command's body. */
export function bodySchema(route: CommandRoute): JsonSchema {
  const properties = propertiesOf(route);
  return {
    description: `${shapeOf(route.becomes).meaning} Asks for ${route.becomes}.`,
    type: 'object',
    properties: publishedAll(properties),
    required: demandedBy(route),
    additionalProperties: false,
    examples: [bodyExample(route)],
  };
}

function propertiesOf(route: CommandRoute): Properties {
  const { properties } = fieldsOfBody(route);
  return needAListedReason.includes(route.command) ? { ...properties, reason: aReason } : properties;
}

/** What must be said, when it happened, and who did it. */
export const bodyExample = (route: CommandRoute): Readonly<Record<string, unknown>> =>
  exampleOfAll(propertiesOf(route), [...demandedBy(route), 'time', ...(route.kind === 'referral' ? ['actor'] : [])]);
