import { isoFormats } from './date-format.ts';
import { readFormats, readZone } from './instant-value.ts';
import { readMappedEvent, type MadeEvent } from './mapped-event.ts';
import { BadMapping, Place } from './mapping-issues.ts';
import { Row } from './row.ts';
import { readTemplate } from './template.ts';

/** How the table is written, and on what basis the data is there. */
export type Mapping = Readonly<{
  /** What stands between cells; a comma unless the mapping says otherwise. */
  delimiter: string;
  /** Names of the columns when the table has no line of names. A last one ending in `...` takes all further cells. */
  columns?: readonly string[];
  consentBasis?: string;
  purposes?: readonly string[];
  spec: Readonly<Record<string, unknown>>;
}>;

const keys = ['source', 'delimiter', 'columns', 'timeZone', 'dateFormats', 'consentBasis', 'purposes', 'events'];

/**
 * Reads a mapping file as far as it can be without the table.
 * @throws BadMapping naming the places and what would be right there
 */
export function readMapping(text: string): Mapping {
  const place = new Place();
  const spec = place.object(parse(text), keys);
  const mapping: Mapping = {
    delimiter: place.at('delimiter').text(spec.delimiter) ?? ',',
    columns: place.at('columns').texts(spec.columns),
    consentBasis: place.at('consentBasis').text(spec.consentBasis),
    purposes: place.at('purposes').texts(spec.purposes),
    spec,
  };
  if (!Array.isArray(spec.events) || spec.events.length === 0) place.at('events').refuse('must be a list with at least one event');
  if (typeof spec.source !== 'string') place.at('source').refuse('must name where the data comes from, such as "urn:example:clinic"');
  place.settle();
  return mapping;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new BadMapping([{ field: 'mapping', message: `is not JSON: ${error instanceof Error ? error.message : String(error)}` }]);
  }
}

/**
 * Binds a mapping to the columns of a table: the result makes the events of a row, in the order of the mapping.
 * @throws BadMapping when it names columns that the table does not have, or anything in it is not understood
 */
export function bindMapping(mapping: Mapping, columns: readonly string[]): (cells: readonly string[]) => readonly MadeEvent[] {
  const place = new Place();
  refuseOtherDelimiter(mapping, columns, place.at('delimiter'));
  const { spec } = mapping;
  const timeZone = readZone(spec.timeZone, place.at('timeZone'));
  const formats = spec.dateFormats === undefined ? isoFormats : readFormats(spec.dateFormats, place.at('dateFormats'));
  const source = readTemplate(String(spec.source), columns, place.at('source'));
  const events = Array.isArray(spec.events) ? (spec.events as readonly unknown[]) : [];
  const binding = { columns, formats, timeZone, field: '' };
  const makers = events.map((event, i) => readMappedEvent(event, i, { ...binding, place: place.at('events').at(i) }));
  place.settle();
  return (cells) => {
    const row = new Row(columns, cells);
    const from = source(row);
    return makers.flatMap((make) => make(row).map((event) => ({ ...event, source: from })));
  };
}

/** A table that seems to have one column only is mostly one of a spreadsheet that separates them otherwise: all else that is wrong follows from it. */
function refuseOtherDelimiter({ delimiter, columns: named }: Mapping, [column = '', ...more]: readonly string[], place: Place): void {
  const other = [';', '\t', ',', '|'].find((each) => each !== delimiter && column.includes(each));
  if (named || more.length > 0 || other === undefined) return;
  place.refuse(
    `${JSON.stringify(delimiter)} does not stand in the names of the columns: if they are separated by ${JSON.stringify(other)}, say "delimiter": ${JSON.stringify(other)}`,
  );
  place.settle();
}
