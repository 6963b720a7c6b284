import { decode, rejectOf, type EventReader, type Lines, type ReadEvents, type Reject } from '@kithline/network/reading';
import { InvalidEvent, type TouchpointEvent } from '@kithline/touchpoints';
import { bindMapping, type Mapping } from '../mapping/mapping.ts';
import { BadRow } from '../mapping/row.ts';
import type { MadeEvent } from '../mapping/mapped-event.ts';
import { readRows, type TableRow } from './rows.ts';

type Found = { events: TouchpointEvent[]; numbers: number[]; rejects: Reject[] };

/**
 * Reads a table by a mapping. A row whose events are not all valid makes none.
 * The reader throws BadMapping when the mapping does not fit the columns.
 */
export function readTable(mapping: Mapping): EventReader {
  const rows = readRows(mapping.delimiter, mapping.columns);
  let eventsOf: ReturnType<typeof bindMapping> | undefined;
  const take = (read: readonly TableRow[]): ReadEvents => {
    const found: Found = { events: [], numbers: [], rejects: [] };
    for (const row of read) {
      if ('columns' in row) eventsOf = bindMapping(mapping, row.columns);
      else if ('reason' in row) found.rejects.push({ line: row.line, field: null, reason: row.reason });
      else if (eventsOf) takeRow(eventsOf, row, found);
    }
    return found;
  };
  return { read: (lines: Lines) => take(rows.read(lines)), end: () => take(rows.end()) };
}

function takeRow(
  eventsOf: (cells: readonly string[]) => readonly MadeEvent[],
  row: { line: number; cells: readonly string[] },
  found: Found,
): void {
  try {
    const events = eventsOf(row.cells).map(valid);
    found.events.push(...events);
    for (let i = 0; i < events.length; i++) found.numbers.push(row.line);
  } catch (error) {
    if (error instanceof InvalidEvent) found.rejects.push(rejectOf(row.line, error.problems));
    else if (error instanceof BadRow) found.rejects.push({ line: row.line, field: error.field, reason: error.message });
    else throw error;
  }
}

function valid(made: MadeEvent): TouchpointEvent {
  const event = decode(made, {});
  if ('specversion' in event) return event;
  throw new InvalidEvent(event);
}
