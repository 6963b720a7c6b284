import { daysFromCivil } from '@kithline/touchpoints';
import type { Binding } from './binding.ts';
import type { Written } from './date-format.ts';
import type { Nanoseconds } from './local-time.ts';
import { isObject } from './mapping-issues.ts';
import { BadRow, type ReadText, type Row } from './row.ts';
import { readTemplate } from './template.ts';

const second = 1_000_000_000n;
const elapsedUnits: Readonly<Record<string, Nanoseconds>> = {
  microseconds: 1000n,
  milliseconds: 1_000_000n,
  seconds: second,
  minutes: 60n * second,
  hours: 3600n * second,
  days: 86_400n * second,
  weeks: 604_800n * second,
};
const calendarUnits: Readonly<Record<string, number>> = { months: 1, quarters: 3, years: 12 };
const units = [...Object.keys(elapsedUnits), ...Object.keys(calendarUnits)];

/** What was written, moved by calendar months, and what has elapsed since then. */
export type Shifted = Readonly<{ written: Written; elapsed: Nanoseconds }>;
type Shift = (row: Row, written: Written) => Shifted | undefined;

/**
 * Compiles `{ "column": "time", "unit": "days" }` or `{ "const": 7, "unit": "days" }`: how far a date is moved. A day is 24 hours and
 * may have a fraction; months, quarters and years are those of the calendar, whole, and end at the last day of a shorter month.
 * An empty cell makes the date empty.
 */
export function readShift(spec: unknown, binding: Binding): Shift {
  const { place, field } = binding;
  if (spec === undefined) return (_, written) => ({ written, elapsed: 0n });
  const { column, const: constant, unit } = place.object(spec, ['column', 'const', 'unit']);
  if (typeof unit !== 'string' || !units.includes(unit)) place.at('unit').refuse(`must be one of ${units.join(', ')}`);
  const amount = readAmount(isObject(spec) ? { column, constant } : {}, binding);
  return (row, written) => {
    const text = amount(row);
    if (text === undefined) return undefined;
    if (!/^[+-]?\d+(\.\d+)?$/.test(text)) throw new BadRow(field, `needs a number of ${String(unit)} to move its date by`);
    return move(written, text, { unit: String(unit), field });
  };
}

function readAmount({ column, constant }: { column?: unknown; constant?: unknown }, { place, columns }: Binding): ReadText {
  if (typeof column === 'string' && constant === undefined) return readTemplate(`{${column}}`, columns, place.at('column'));
  if (typeof constant === 'number' && column === undefined) return () => String(constant);
  place.refuse('needs a "column" with a number, or a number as "const"');
  return () => undefined;
}

function move(written: Written, amount: string, { unit, field }: { unit: string; field: string }): Shifted {
  const nanoseconds = elapsedUnits[unit];
  if (nanoseconds !== undefined) return { written, elapsed: times(amount, nanoseconds) };
  if (!/^[+-]?\d+$/.test(amount)) throw new BadRow(field, `needs a whole number of ${unit} to move its date by`);
  return { written: laterMonth(written, Number(amount) * (calendarUnits[unit] ?? 1)), elapsed: 0n };
}

/** `amount` units, exact but for fractions of a nanosecond. */
function times(amount: string, unit: Nanoseconds): Nanoseconds {
  const [whole = '0', fraction = ''] = amount.replace(/^[+-]/, '').split('.');
  const digits = fraction.slice(0, 18).padEnd(18, '0');
  const size = BigInt(whole) * unit + (BigInt(digits) * unit) / 10n ** 18n;
  return amount.startsWith('-') ? -size : size;
}

function laterMonth(written: Written, months: number): Written {
  const count = written.year * 12 + (written.month - 1) + months;
  const year = Math.floor(count / 12);
  const month = count - year * 12 + 1;
  const length = [31, 30, 29, 28].find((day) => !Number.isNaN(daysFromCivil(year, month, day))) ?? 28;
  return { ...written, year, month, day: Math.min(written.day, length) };
}
