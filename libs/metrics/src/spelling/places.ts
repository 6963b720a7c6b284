import { parseInstant, whyNotAnId, type Id, type Instant } from '@kithline/touchpoints';
import { Misspelt } from './invalid-option.ts';
import type { Kind } from './kind.ts';

const anId = '[^/,\\u0000-\\u001f\\u007f-\\u009f]{1,128}';

/** The id of a person, a practitioner or a community. */
export const id: Kind<Id> = {
  kind: 'id',
  pattern: `^${anId}$`,
  read: (text) => {
    const wrong = whyNotAnId(text);
    if (wrong === undefined) return text;
    throw new Misspelt(`"${text}" is no id: it ${wrong}`);
  },
};

/** V: what is true at this instant. */
export const instant: Kind<Instant> = {
  kind: 'instant',
  read: (text) => {
    const found = parseInstant(text);
    if (!Number.isNaN(found)) return found;
    throw new Misspelt(`"${text}" must be an RFC 3339 instant such as 2026-03-31T00:00:00Z`);
  },
};

/** K: a position of the log, or the stored id of an event that stands there. */
export type KnownAt = Readonly<{ position: number }> | Readonly<{ event: Id }>;

export const position: Kind<KnownAt> = {
  kind: 'position',
  pattern: `^([0-9]{1,15}|event:${anId})$`,
  read: (text) => {
    if (text.startsWith('event:') && text.length > 6) return { event: id.read(text.slice(6)) };
    const found = Number(text);
    if (/^\d{1,16}$/.test(text) && Number.isSafeInteger(found)) return { position: found };
    throw new Misspelt(`"${text}" must be a position of the log such as 12345, or event:ID`);
  },
};

/** Two groups: the one compared, and the baseline. */
export const pair: Kind<readonly [compared: string, baseline: string]> = {
  kind: 'A,B',
  pattern: '^[^,]+,[^,]+$',
  read: (text) => {
    const [compared, baseline, ...rest] = text.split(',');
    if (compared && baseline && rest.length === 0 && compared !== baseline) return [compared, baseline];
    throw new Misspelt(`"${text}" must name two groups, such as introduced,directory: the second is the baseline`);
  },
};
