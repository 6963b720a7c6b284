import { eventTypes, precisions, streamKinds } from '@kithline/touchpoints';
import { aLine, anId } from './event-fields.ts';
import { type Part, told } from './schema.ts';

/** An event as it stands in the examples of the document. */
export const anEvent = {
  specversion: '1.0',
  id: 'row-17',
  source: 'urn:partner:mill',
  type: 'org.kithline.MemberJoined.v1',
  time: '2026-03-02T10:00:00Z',
  subject: 'member/p-ben',
  data: { personId: 'p-ben', communityId: 'c-mill' },
};

const aTime = { type: 'string', format: 'date-time' };
const aWord = (pattern: string): Part => ({ type: 'string', pattern });

/** What an export adds, and CloudEvents' description of `data`: taken, and not stored. */
const notStored: Part = {
  datacontenttype: told(aWord('^application/json *(;.*)?$'), 'What `data` is: JSON.', 'application/json'),
  dataschema: told({ type: 'string' }, 'Is not looked at.', 'https://partner.example/joined.json'),
  recordedat: told({ type: 'string' }, 'Of an export; is not looked at.', anEvent.time),
  hash: told({ type: 'string' }, 'Of an export; is not looked at.', '3c9683017f9e4bf33d0fbedd26bf143fd72de9b9dd145441b75f0604047ea28e'),
};

/** One fact from elsewhere; docs/events.md has every type and its data. */
export const cloudEvent: Part = {
  type: 'object',
  description: 'One event as a CloudEvents 1.0 JSON object. Its shape is checked to the last field, its history is not judged.',
  properties: {
    specversion: told({ type: 'string', const: '1.0' }, 'The version of CloudEvents.', '1.0'),
    id: told(anId, "The sender's id, unique within its source.", anEvent.id),
    source: told(aLine(1024), 'Where it comes from.', anEvent.source),
    type: told(aWord(`^org[.]kithline[.](${eventTypes.join('|')})[.]v1$`), 'Its type, `org.kithline.<EventType>.v<N>`.', anEvent.type),
    time: told(aTime, 'When it happened.', anEvent.time),
    subject: told(
      aWord(`^(${streamKinds.join('|')})/[^/,\\u0000-\\u001f\\u007f-\\u009f]{1,128}$`),
      'Its stream, of the id that the data names.',
      anEvent.subject,
    ),
    data: told({ type: 'object' }, 'What happened: the fields of its type.', anEvent.data),
    community: told(anId, 'The community it happened in.', 'c-mill'),
    actor: told(anId, 'Who did it.', 'p-dee'),
    correlationid: told(aLine(256), 'What belongs together.', 'sheet-3'),
    causationid: told(aLine(256), 'What brought it about.', 'row-16'),
    precision: told({ type: 'string', enum: precisions }, 'How exactly the time is known.', 'day'),
    timeto: told(aTime, 'When it ended, where only an interval is known; not before `time`.', '2026-03-02T23:59:59Z'),
    ...notStored,
  },
  required: ['specversion', 'id', 'source', 'type', 'time', 'subject', 'data'],
  additionalProperties: false,
};
