import { within, type Binding } from './binding.ts';
import { instantKeys, readInstant } from './instant-value.ts';
import { isObject } from './mapping-issues.ts';
import { BadRow, type ReadText, type Row } from './row.ts';
import { readColumn, readTemplate } from './template.ts';

/** Reads one field of an event from a row; undefined leaves the field out. */
export type ReadValue = (row: Row) => unknown;

type Spec = Readonly<Record<string, unknown>>;
const sources = ['column', 'template', 'const'] as const;
const valueKeys = [...sources, 'map', 'default', 'split', ...instantKeys];

/**
 * Compiles one field of a mapping: a text is a template, a number or boolean stands for itself, a list is a list of fields; an object
 * says where its text comes from (`column`, `template` or `const`) and what is made of it, or else is an object of further fields.
 */
export function readValue(spec: unknown, binding: Binding): ReadValue {
  if (typeof spec === 'string') return readMade({ template: spec }, binding);
  if (typeof spec === 'number' || typeof spec === 'boolean') return () => spec;
  if (Array.isArray(spec)) return readList(spec, binding);
  if (isObject(spec)) return sources.some((key) => key in spec) ? readMade(spec, binding) : readFields(spec, binding);
  binding.place.refuse('must be a template, a number, true or false, a list, or an object');
  return () => undefined;
}

/** Compiles an object field by field; fields without a value are left out, and the object with them when it has none. */
export function readFields(spec: Spec, binding: Binding): ReadValue {
  const fields = Object.entries(spec).map(([key, value]) => [key, readValue(value, within(binding, key))] as const);
  const { required } = binding.schema;
  for (const name of Array.isArray(required) ? required.map(String) : []) {
    if (!(name in spec)) binding.place.at(name).refuse('is required and the mapping does not fill it');
  }
  return (row) => {
    const object = fields.map(([key, read]) => [key, read(row)] as const).filter(([, value]) => value !== undefined);
    return object.length > 0 ? Object.fromEntries(object) : undefined;
  };
}

function readList(spec: readonly unknown[], binding: Binding): ReadValue {
  const schema = isObject(binding.schema.items) ? binding.schema.items : {};
  const items = spec.map((item, i) => readValue(item, { ...binding, schema, place: binding.place.at(i) }));
  return (row) => items.map((read) => read(row)).filter((value) => value !== undefined);
}

/** A text from its source, then what `map` makes of it, then what the event's field is; `default`, read as a cell is, where there is nothing. */
function readMade(spec: Spec, binding: Binding): ReadValue {
  binding.place.object(spec, valueKeys);
  const named = sources.filter((key) => key in spec);
  if (named.length > 1) binding.place.refuse(`has ${named.join(' and ')}; one of them is enough`);
  const { default: fallback } = spec;
  const text = readMapped(readSource(spec, binding), spec.map, binding);
  const made = readAs(typeof fallback === 'string' ? (row) => text(row) ?? fallback : text, spec, binding);
  return fallback === undefined ? made : (row) => made(row) ?? fallback;
}

function readSource(spec: Spec, { place, columns }: Binding): ReadText {
  const { column, template, const: constant } = spec;
  if (typeof column === 'string') return readColumn(column, columns, place.at('column'));
  if (typeof template === 'string') return readTemplate(template, columns, place);
  if (['string', 'number', 'boolean'].includes(typeof constant)) return () => String(constant);
  place.refuse('needs a text as its column or template, or a text or number as its const');
  return () => undefined;
}

function readMapped(text: ReadText, map: unknown, { place, field }: Binding): ReadText {
  if (map === undefined) return text;
  if (!isObject(map)) place.at('map').refuse('must be an object from what is written to what it means');
  const meanings = new Map(Object.entries(isObject(map) ? map : {}).map(([from, to]) => [from, String(to)]));
  return (row) => {
    const found = text(row);
    const meaning = meanings.get(found ?? '');
    if (meaning !== undefined || found === undefined) return meaning;
    throw new BadRow(field, `has a value that is not in its map (${[...meanings.keys()].join(', ')})`);
  };
}

/** The field's JSON Schema says what a text becomes. */
function readAs(text: ReadText, spec: Spec, binding: Binding): ReadValue {
  const { type, format } = binding.schema;
  const dated = format === 'date-time';
  if (!dated) for (const key of instantKeys) if (key in spec) binding.place.at(key).refuse('is for fields that are instants; this is none');
  if (dated) return readInstant(text, spec, binding);
  if (type === 'number') return readNumber(text, binding);
  return type === 'array' ? readSplit(text, spec, binding) : text;
}

function readSplit(text: ReadText, spec: Spec, { place }: Binding): ReadValue {
  const sign = place.at('split').text(spec.split) ?? ',';
  return (row) => splitCell(text(row), sign);
}

/** The parts of a cell, trimmed, without empty ones; undefined when there is none. */
export function splitCell(text: string | undefined, separator: string): string[] | undefined {
  const parts = (text ?? '')
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return parts.length > 0 ? parts : undefined;
}

function readNumber(text: ReadText, { field }: Binding): ReadValue {
  return (row) => {
    const found = text(row);
    if (found === undefined) return undefined;
    if (!/^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/.test(found)) throw new BadRow(field, 'is not a number');
    return Number(found);
  };
}
