import { DAY, type Instant } from '@kithline/touchpoints';

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  formatters.set(timeZone, made);
  return made;
}

/** Whether `timeZone` is an IANA zone known here. */
export function isTimeZone(timeZone: string): boolean {
  try {
    return formatterOf(timeZone) !== undefined;
  } catch {
    return false;
  }
}

/**
 * How far local clocks are ahead of UTC at an instant, in milliseconds; `null` is UTC itself.
 * @throws RangeError when there is no such zone
 */
export function offsetAt(timeZone: string | null, instant: Instant): number {
  if (timeZone === null) return 0;
  const text = formatterOf(timeZone).format(instant);
  const offset = text.slice(text.lastIndexOf('GMT') + 3);
  const [hours = 0, minutes = 0, seconds = 0] = offset.slice(1).split(':').map(Number);
  const size = (hours * 3600 + minutes * 60 + seconds) * 1000;
  return offset.startsWith('-') ? -size : size;
}

/** The offsets of a zone over a span: `offset` holds from `since` until the next one's; the first one also before, the last one also after. */
export type Offsets = readonly Readonly<{ since: Instant; offset: number }>[];

/** No zone is known to have changed its clocks there and back within a week. */
const STEP = 7 * DAY;

/** Every change of a zone's clocks between two instants, found by probing week by week and halving where the offset differs. */
export function offsetsOf(timeZone: string | null, from: Instant, to: Instant): Offsets {
  const found = [{ since: from, offset: offsetAt(timeZone, from) }];
  if (timeZone === null) return found;
  for (let at = from, offset = offsetAt(timeZone, from); at < to;) {
    const next = at + STEP;
    if (offsetAt(timeZone, next) === offset) at = next;
    else {
      at = firstChange(timeZone, at, next);
      offset = offsetAt(timeZone, at);
      found.push({ since: at, offset });
    }
  }
  return found;
}

/** Clocks change on a whole second; `same` has the old offset, `other` another one. */
function firstChange(timeZone: string, from: Instant, to: Instant): Instant {
  const offset = offsetAt(timeZone, from);
  let same = Math.floor(from / 1000);
  let other = Math.ceil(to / 1000);
  while (other - same > 1) {
    const middle = Math.floor((same + other) / 2);
    if (offsetAt(timeZone, middle * 1000) === offset) same = middle;
    else other = middle;
  }
  return other * 1000;
}
