import { eventTypes, precisions, shapeOf, wireType, type EventType } from '@kithline/touchpoints';
import { within, type Binding } from './binding.ts';
import { readConditions } from './condition.ts';
import { isObject } from './mapping-issues.ts';
import { BadRow, type Row } from './row.ts';
import { readColumn } from './template.ts';
import { readFields, readValue, splitCell, type ReadValue } from './value.ts';

/** A CloudEvent as a row makes it; whether it is a valid one is judged as for any other. */
export type MadeEvent = Readonly<Record<string, unknown>>;
/** What a row makes by one entry of the mapping: no event, one, or one a part (`each`). */
export type MakeEvents = (row: Row) => readonly MadeEvent[];

const text = { type: 'string' };
const instant = { type: 'string', format: 'date-time' };
const attributes = {
  community: text,
  actor: text,
  correlationid: text,
  causationid: text,
  precision: { enum: precisions },
  timeto: instant,
};
const keys = ['type', 'when', 'each', 'id', 'time', ...Object.keys(attributes), 'data'];

/** The types a row can become. An amendment names a stored event, and a basis is the operator's word: neither stands in a table. */
const mappable = eventTypes.filter((type) => !['any', 'consent-basis'].includes(shapeOf(type).kind));

/** Compiles the entry at `index` of a mapping's `events`. */
export function readMappedEvent(spec: unknown, index: number, binding: Omit<Binding, 'schema'>): MakeEvents {
  const { place } = binding;
  const entry = place.object(spec, keys);
  const type = mappable.find((known) => known === entry.type);
  if (!type) {
    place.at('type').refuse(`must be one of ${mappable.join(', ')}`);
    return () => [];
  }
  const schema = { properties: { id: text, time: instant, ...attributes, data: shapeOf(type).schema } };
  const holds = readConditions(entry.when, { ...binding, schema, place: place.at('when') });
  const parts = readEach(entry.each, { ...binding, schema, place: place.at('each') });
  const make = readEnvelope(entry, { type, index }, { ...binding, schema });
  return (row) => (holds(row) ? parts(row).map((part) => make(row.about(part))) : []);
}

/** `{ "column": "friends", "split": " " }`: one event for each part of the cell, which templates call `{@each}`. */
function readEach(spec: unknown, { place, columns }: Binding): (row: Row) => readonly string[] {
  if (spec === undefined) return () => [''];
  const { column, split } = place.object(spec, ['column', 'split']);
  const sign = place.at('split').text(split) ?? ',';
  const cell = readColumn(place.at('column').text(column) ?? '', columns, place.at('column'));
  return (row) => splitCell(cell(row), sign) ?? [];
}

function readEnvelope(entry: MadeEvent, { type, index }: { type: EventType; index: number }, binding: Binding): (row: Row) => MadeEvent {
  const id = entry.id === undefined ? contentId(index) : filled('id', readValue(entry.id, within(binding, 'id')));
  if (entry.time === undefined) binding.place.at('time').refuse('must say where the date comes from, such as "{OrderDate}"');
  const time = filled('time', readValue(entry.time ?? '', within(binding, 'time')));
  const given = Object.keys(attributes).filter((name) => entry[name] !== undefined);
  const rest = given.map((name) => [name, readValue(entry[name], within(binding, name))] as const);
  const data = readData(entry.data, within(binding, 'data'));
  const { kind, key = '' } = shapeOf(type);
  return (row) => {
    const made = data(row);
    const others = rest.map(([name, read]) => [name, read(row)] as const).filter(([, value]) => value !== undefined);
    const event = {
      specversion: '1.0',
      id: id(row),
      source: '',
      type: wireType(type),
      time: time(row),
      subject: `${kind}/${String(made[key])}`,
    };
    return { ...event, ...Object.fromEntries(others), data: made };
  };
}

function readData(spec: unknown, binding: Binding): (row: Row) => Record<string, unknown> {
  if (!isObject(spec)) binding.place.refuse('must be an object from fields of the event to what fills them');
  const read = readFields(isObject(spec) ? spec : {}, binding);
  const required = Array.isArray(binding.schema.required) ? binding.schema.required.map(String) : [];
  return (row) => {
    const data = (read(row) ?? {}) as Record<string, unknown>;
    for (const name of required)
      if (!(name in data)) throw new BadRow(`data.${name}`, 'is required, and the cells it is made of are empty');
    return data;
  };
}

/** An id from the row's content, the entry and the part: a row that reads the same is the same event. */
const contentId =
  (index: number): ReadValue =>
  (row) =>
    [`row-${row.contentHash}`, index, ...(row.part === '' ? [] : [row.part])].join('.');

const filled =
  (field: string, read: ReadValue): ReadValue =>
  (row) => {
    const value = read(row);
    if (value === undefined) throw new BadRow(field, 'is required, and the cells it is made of are empty');
    return value;
  };
