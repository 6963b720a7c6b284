import { readdirSync, readFileSync } from 'node:fs';
import { decodeStored } from '../upcast/decode-stored.ts';
import { encodeLine } from './encode-line.ts';
import { essenceOf, typeOfLine } from './essence.ts';

const folder = new URL('../upcast/corpus/', import.meta.url);
const corpus = readdirSync(folder).flatMap((file) => readFileSync(new URL(file, folder), 'utf8').trimEnd().split('\n'));
const touchpoint = (more: object): string =>
  encodeLine({
    specversion: '1.0',
    id: 'e-1',
    source: 'urn:test',
    type: 'org.kithline.TouchpointRecorded.v1',
    time: '2026-03-02T10:00:00Z',
    subject: 'member/p-1',
    data: { touchpointId: 't-1', personId: 'p-1', communityId: 'c-1', kind: 'message' },
    ...more,
  });

describe('The essence of a stored line', () => {
  it.each(corpus.filter((line) => !line.includes('\\')))('is what the whole of it says: %s', (line) => {
    const { type, time, source, community, data } = decodeStored(line);
    expect(essenceOf(line)).toEqual({ type, time, source, community, data });
  });

  it('is not mistaken by attributes that are named like others', () => {
    const line = touchpoint({ id: 'type', source: 'time', community: 'data', timeto: '2026-03-02T11:00:00Z' });
    expect(essenceOf(line)).toMatchObject({ source: 'time', time: '2026-03-02T10:00:00Z', community: 'data' });
  });

  it('knows no community where there is none, whatever stands in the data', () =>
    expect(essenceOf(touchpoint({}))).toMatchObject({ community: undefined, data: { communityId: 'c-1' } }));

  it.each([
    ['something is escaped', touchpoint({ id: 'a"type":"b' })],
    ['the type is of another version', touchpoint({ type: 'org.kithline.TouchpointRecorded.v1' }).replace('.v1', '.v7')],
    ['the data are cut off', touchpoint({}).slice(0, -20)],
    ['it is no event', '{}'],
  ])('is left to the full reading where %s', (_, line) => expect(essenceOf(line)).toBeUndefined());
});

describe('The type of a stored line', () => {
  it.each(corpus.filter((line) => !line.includes('\\')))('is the one the whole of it has: %s', (line) =>
    expect(typeOfLine(line)).toBe(decodeStored(line).type),
  );

  it.each([
    ['something is escaped', touchpoint({ id: 'a"type":"b' })],
    ['it is of another version', touchpoint({}).replace('.v1', '.v7')],
    ['the line is no event', '{}'],
  ])('is left to the full reading where %s', (_, line) => expect(typeOfLine(line)).toBeUndefined());
});
