import { whyNotAnId } from '../ids.ts';
import { canonicalInstant } from './canonical-instant.ts';

type Check = (value: string) => string | undefined;

/** For each format: why a string is not of it, or undefined when it is. */
export const formats: Readonly<Record<string, Check>> = {
  id: whyNotAnId,
  'date-time': (value) =>
    canonicalInstant(value) === undefined ? 'must be an RFC 3339 date-time such as 2026-03-02T10:00:00Z' : undefined,
  'time-zone': (value) => (isTimeZone(value) ? undefined : 'must be an IANA time zone such as Europe/Berlin'),
  uuid: (value) => (uuidPattern.test(value) ? undefined : 'must be the stored id of an event: a UUID in lower case'),
  line: whyNotALine,
};

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

// eslint-disable-next-line no-control-regex -- control characters are what a line must not contain
const control = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;

/** Why `text` is not words on one line, or undefined when it is. */
export function whyNotALine(text: string): string | undefined {
  if (control.test(text)) return 'must not contain control characters or line breaks';
  return text.isWellFormed() ? undefined : 'must be well-formed Unicode';
}

const zones = new Map<string, boolean>();

/** Intl also takes offsets such as +01:00, which are no zones. */
function isTimeZone(name: string): boolean {
  let known = zones.get(name);
  if (known === undefined) zones.set(name, (known = /^[A-Za-z]/.test(name) && isKnownToIntl(name)));
  return known;
}

function isKnownToIntl(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return true;
  } catch {
    return false;
  }
}
