import { type EventType, eventTypes } from '../event-types.ts';
import { matrix } from '../referral/matrix.ts';
import { reasons } from '../reasons.ts';
import { parties } from '../schemas/referral.ts';
import { type Shape, streamKinds } from '../schemas/shape.ts';
import { shapeOf } from '../schemas/shapes.ts';
import { newestVersion } from '../upcast/upcasters.ts';
import { fieldType } from './field-type.ts';

/** Every event type and its fields as a page of Markdown, made from the schemas that check them. docs/events.md is this text. */
export function eventCatalogue(): string {
  const kinds = [...streamKinds, 'any'] as const;
  return [introduction, ...kinds.map(section), matrixSection(), reasonSection].join('\n\n') + '\n';
}

const introduction = `# Events

Made from the schemas in \`libs/touchpoints/src/schemas\`; \`node libs/touchpoints/scripts/write-event-catalogue.mjs\` writes it anew.

An event travels as a CloudEvents 1.0 JSON object: \`specversion\` "1.0", \`id\` (unique within \`source\`), \`source\`, \`type\`
(\`org.kithline.<EventType>.v<N>\`), \`time\` (when it happened), \`subject\` (its stream) and \`data\`; and, where they are known,
\`community\`, \`actor\`, \`correlationid\`, \`causationid\`, \`precision\` (\`second\`, \`minute\`, \`day\`, \`week\`) and \`timeto\`.

An *id* has 1 to 128 characters, none of them \`/\`, \`,\` or a control character. A *date-time* is RFC 3339 and is stored in UTC.
A *code* matches \`^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$\`: map free text to a code, it must not enter an event. Fields marked with ? may be left out;
any other field than these is refused.`;

function section(kind: Shape['kind']): string {
  const types = eventTypes.filter((type) => shapeOf(type).kind === kind);
  const title = kind === 'any' ? '## Amendments, in the stream of their target' : `## ${kind}/…`;
  return [title, ...types.map(event)].join('\n\n');
}

function event(type: EventType): string {
  const { kind, key, meaning, fields } = shapeOf(type);
  const subject = key === undefined ? "the target's" : `\`${kind}/{${key}}\``;
  const rows = Object.entries(fields).map(
    ([name, { schema, optional }]) => `| \`${name}\`${optional ? '?' : ''} | ${fieldType(schema)} | ${schema['description'] as string} |`,
  );
  const head = `### ${type}\n\n${meaning} Version ${newestVersion(type)}, subject ${subject}.`;
  return `${head}\n\n| field | type | meaning |\n|---|---|---|\n${rows.join('\n')}`;
}

/** The matrix of who may set which status of a referral, as a Markdown table. */
export function referralMatrixTable(): string {
  const rows = Object.entries(matrix).map(
    ([type, { from, by }]) => `| ${type} | ${parties.map((party) => (by.includes(party) ? 'yes' : '')).join(' | ')} | ${from.join(', ')} |`,
  );
  return `| | ${parties.join(' | ')} | from |\n|---|${parties.map(() => '---|').join('')}---|\n${rows.join('\n')}`;
}

const matrixSection = (): string => `## Who may set which status of a referral

By command. The actor is the requester when it is the referrer, the target when it is the practitioner, the client when it is the person,
else the system. The client drafts and makes a referral of their own only, one without a referrer. Resuming and reopening return to where the referral stood.

${referralMatrixTable()}`;

const reasonSection = `## Reasons

Of leaving and of a referral's endings: ${reasons.map((reason) => `\`${reason}\``).join(', ')}. Commands take one of these;
facts from elsewhere may bring any other code, which never censors.`;
