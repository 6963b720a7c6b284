import { readdirSync, readFileSync } from 'node:fs';
import { eventTypes } from '../event-types.ts';
import { coreType, type TouchpointEvent, wireType } from '../event.ts';
import { shapeOf } from '../schemas/shapes.ts';
import { decodeEvent } from '../wire/decode-event.ts';
import { encodeLine } from '../wire/encode-line.ts';
import { decodeStored } from './decode-stored.ts';
import { newestVersion } from './upcasters.ts';

const folder = new URL('corpus/', import.meta.url);
const lines = readdirSync(folder).flatMap((file) => readFileSync(new URL(file, folder), 'utf8').trimEnd().split('\n'));
const parsed = lines.map((line) => ({ line, event: JSON.parse(line) as TouchpointEvent }));
const typeOf = ({ type }: TouchpointEvent) => coreType(type) as (typeof eventTypes)[number];

describe('The corpus of every shape an event ever had', () => {
  it('holds each type in each of its versions', () => {
    const versions = eventTypes.flatMap((type) => Array.from({ length: newestVersion(type) }, (_, older) => wireType(type, older + 1)));
    expect(new Set(parsed.map(({ event }) => event.type))).toEqual(new Set(versions));
  });

  it('shows every field of every type', () => {
    const shown = new Map(eventTypes.map((type) => [type, new Set<string>()]));
    for (const { event } of parsed) for (const name of Object.keys(event.data)) shown.get(typeOf(event))?.add(name);
    for (const type of eventTypes) expect([...(shown.get(type) ?? [])].sort()).toEqual(Object.keys(shapeOf(type).fields).sort());
  });

  it.each(parsed.map(({ line, event }) => [event.type, line]))('still reads %s, and writes the same bytes', (_, line) => {
    const event = decodeEvent(JSON.parse(line), { basisEvents: true });
    expect(encodeLine(event)).toBe(line);
  });

  it.each(parsed.map(({ line, event }) => [event.type, line]))('reads a stored %s in its newest version', (_, line) => {
    const event = decodeStored(line);
    expect(event.type).toBe(wireType(typeOf(event), newestVersion(typeOf(event))));
    expect(() => decodeEvent(event, { basisEvents: true })).not.toThrow();
  });
});
