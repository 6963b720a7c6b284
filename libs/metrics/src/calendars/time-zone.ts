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

/** Before 1800 every place had its own mean time all along; from 2100 on clocks change by rules, as the calendar repeats: every 400 years. */
const FIRST = Date.UTC(1800, 0, 1);
const REGULAR = Date.UTC(2100, 0, 1);
const CYCLE = 146_097 * DAY;

/** The changes of the first 400 regular years, by zone. */
const cycles = new Map<string, Offsets>();

function cycleOf(timeZone: string): Offsets {
  const known = cycles.get(timeZone) ?? changesOf(timeZone, REGULAR, REGULAR + CYCLE);
  cycles.set(timeZone, known);
  return known;
}

/**
 * Every change of a zone's clocks between two instants, however far apart: whoever asks for everything there is names the year 9999, and
 * probing until then takes seconds.
 */
export function offsetsOf(timeZone: string | null, from: Instant, to: Instant): Offsets {
  const found = [{ since: from, offset: offsetAt(timeZone, from) }];
  if (timeZone === null) return found;
  const irregular = Math.max(from, Math.min(to, REGULAR));
  found.push(...changesOf(timeZone, Math.max(from, FIRST), irregular));
  if (to <= irregular) return found;
  for (let shift = Math.floor((irregular - REGULAR) / CYCLE) * CYCLE; REGULAR + shift <= to; shift += CYCLE) {
    for (const { since, offset } of cycleOf(timeZone)) {
      const at = since + shift;
      if (at > found.at(-1)!.since && at <= to) found.push({ since: at, offset });
    }
  }
  return found;
}

/** The changes between two instants, found by probing week by week and halving where the offset differs. */
function changesOf(timeZone: string, from: Instant, to: Instant): Offsets {
  const found: { since: Instant; offset: number }[] = [];
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
