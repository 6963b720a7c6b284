import { decodeEvent, InvalidEvent, type DecodeOptions, type TouchpointEvent } from '@kithline/touchpoints';
import type { Lines, UnreadableLine } from './lines.ts';
import { rejectOf, type Reject } from './reject.ts';

/** What came of some lines of a file: events, each with the number of its line, and what was rejected, in the order of lines. */
export type ReadEvents = Readonly<{ events: readonly TouchpointEvent[]; numbers: readonly number[]; rejects: readonly Reject[] }>;

/** Reads a file, block of lines by block of lines. */
export interface EventReader {
  read(lines: Lines): ReadEvents;
  /** What is left when the file is at its end. */
  end(): ReadEvents;
}

/** Reads CloudEvents, one JSON object a line. Blank lines are passed over. */
export function readNdjson(options: DecodeOptions = {}): EventReader {
  const nothing: ReadEvents = { events: [], numbers: [], rejects: [] };
  return { read: (lines) => decodeLines(lines, options), end: () => nothing };
}

function decodeLines({ first, lines }: Lines, options: DecodeOptions): ReadEvents {
  const events: TouchpointEvent[] = [];
  const numbers: number[] = [];
  const rejects: Reject[] = [];
  lines.forEach((line, i) => {
    const read = typeof line === 'string' ? decodeLine(line, options) : problem(line);
    if (read === undefined) return;
    if (Array.isArray(read)) {
      rejects.push(rejectOf(first + i, read));
      return;
    }
    events.push(read as TouchpointEvent);
    numbers.push(first + i);
  });
  return { events, numbers, rejects };
}

const problem = ({ reason }: UnreadableLine): InvalidEvent['problems'] => [{ field: '', message: reason }];

/** The event, or what is wrong with it; undefined for a blank line. */
function decodeLine(line: string, options: DecodeOptions): TouchpointEvent | InvalidEvent['problems'] | undefined {
  const value = parseLine(line);
  if (value === undefined) return line.trim() === '' ? undefined : [{ field: '', message: 'is not JSON' }];
  return decode(value, options);
}

/** The event that a value is, or what is wrong with it. */
export function decode(value: unknown, options: DecodeOptions): TouchpointEvent | InvalidEvent['problems'] {
  try {
    return decodeEvent(value, options);
  } catch (error) {
    if (error instanceof InvalidEvent) return error.problems;
    throw error;
  }
}

/** The JSON value of a line, undefined when it is none. The parser's own message quotes the line, so it is not passed on. */
export function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
