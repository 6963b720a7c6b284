import type { Binding } from './binding.ts';
import { dateFormat, formatLetters, type ReadWritten, type Written } from './date-format.ts';
import { instantOf, isTimeZone, writeInstant } from './local-time.ts';
import type { Place } from './mapping-issues.ts';
import { readShift } from './shift.ts';
import { BadRow, type ReadText } from './row.ts';

/** How a mapping may say when a value is an instant. */
export const instantKeys = ['at', 'plus', 'timeZone', 'dateFormats'] as const;

/** Compiles a text that is a date or time into RFC 3339 in UTC. `at` gives the time of day of a mere date, `plus` moves it on. */
export function readInstant(text: ReadText, spec: Readonly<Record<string, unknown>>, binding: Binding): ReadText {
  const { place, field } = binding;
  const formats = spec.dateFormats === undefined ? binding.formats : readFormats(spec.dateFormats, place.at('dateFormats'));
  const zone = spec.timeZone === undefined ? binding.timeZone : readZone(spec.timeZone, place.at('timeZone'));
  const clock = readClock(spec.at, place.at('at'));
  const shift = readShift(spec.plus, { ...binding, place: place.at('plus') });
  return (row) => {
    const found = text(row);
    if (found === undefined) return undefined;
    const written = writtenAs(found, formats);
    if (!written) throw new BadRow(field, 'is not a date in any of the formats of the mapping');
    const shifted = shift(row, written.dateOnly ? { ...written, ...clock } : written);
    return shifted && writeInstant(instantOf(shifted.written, zone) + shifted.elapsed);
  };
}

function writtenAs(text: string, formats: readonly ReadWritten[]): Written | undefined {
  for (const format of formats) {
    const written = format(text);
    if (written) return written;
  }
  return undefined;
}

/** The formats of a mapping, compiled; what is no format is refused. */
export function readFormats(spec: unknown, place: Place): readonly ReadWritten[] {
  return (place.texts(spec) ?? []).flatMap((format, i) => {
    const compiled = dateFormat(format);
    if (!compiled) place.at(i).refuse(`"${format}" has letters that mean nothing in a date; known are ${formatLetters}`);
    return compiled ?? [];
  });
}

/** The time zone of a mapping; what is none is refused. */
export function readZone(spec: unknown, place: Place): string {
  const name = place.text(spec) ?? 'UTC';
  if (!isTimeZone(name)) place.refuse(`"${name}" is not a time zone; write it as Europe/Berlin`);
  return name;
}

function readClock(spec: unknown, place: Place): Pick<Written, 'hour' | 'minute' | 'second'> {
  const match = /^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/.exec(place.text(spec) ?? '00:00');
  if (!match) place.refuse('must be a time of day such as 09:30');
  const [, hour = '0', minute = '0', second = '0'] = match ?? [];
  return { hour: Number(hour), minute: Number(minute), second: Number(second) };
}
