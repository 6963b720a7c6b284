import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { decodeEvent } from '@kithline/touchpoints';
import { BadMapping } from './mapping-issues.ts';
import { bindMapping, readMapping } from './mapping.ts';

const joined = { type: 'MemberJoined', time: '{date}', data: { personId: '{person}', communityId: 'west' } };
const events = (mapping: object, columns: readonly string[], cells: readonly string[]): readonly Record<string, unknown>[] =>
  bindMapping(readMapping(JSON.stringify({ source: 'urn:test', ...mapping })), columns)(cells);

function issues(mapping: object, columns: readonly string[] = ['person', 'date']): readonly string[] {
  try {
    events(mapping, columns, []);
  } catch (error) {
    if (error instanceof BadMapping) return error.issues.map(({ field, message }) => `${field} ${message}`);
    throw error;
  }
  return [];
}

describe('A mapping', () => {
  it('makes valid CloudEvents of a row, the stream named by their data', () => {
    const [event] = events({ events: [joined] }, ['person', 'date'], ['p-1', '2026-03-02']);
    expect(decodeEvent(event)).toEqual({
      specversion: '1.0',
      id: expect.stringMatching(/^row-[0-9a-f]{32}\.0$/),
      source: 'urn:test',
      type: 'org.kithline.MemberJoined.v1',
      time: '2026-03-02T00:00:00Z',
      subject: 'member/p-1',
      data: { personId: 'p-1', communityId: 'west' },
    });
  });

  it('gives rows that read the same the same id, and any other row another', () => {
    const idOf = (...cells: string[]): unknown => events({ events: [joined] }, ['person', 'date', 'beside'], cells)[0]?.id;
    expect(idOf('p-1', '2026-03-02', 'x')).toBe(idOf('p-1', '2026-03-02', 'x'));
    expect(idOf('p-1', '2026-03-02', 'x')).not.toBe(idOf('p-1', '2026-03-02', 'y'));
  });

  it('makes several events of a row, each only when its conditions hold', () => {
    const at = {
      ...joined,
      when: [
        { column: 'event', in: ['1', '2'] },
        { column: 'person', empty: false },
      ],
    };
    const left = { ...joined, type: 'MemberLeft', when: { column: 'event', notEquals: '2' } };
    const types = (event: string): unknown[] =>
      events({ events: [at, left] }, ['person', 'date', 'event'], ['p-1', '2026-03-02', event]).map(({ type }) => type);
    expect(types('1')).toEqual(['org.kithline.MemberJoined.v1', 'org.kithline.MemberLeft.v1']);
    expect(types('2')).toEqual(['org.kithline.MemberJoined.v1']);
    expect(types('3')).toEqual(['org.kithline.MemberLeft.v1']);
  });

  it('makes one event for each part of a cell', () => {
    const edge = {
      type: 'IntroductionMade',
      each: { column: 'to', split: ' ' },
      time: { const: '2026-01-01' },
      data: { introductionId: '{from}-{@each}', introducerId: '{from}', introduceeId: '{@each}', communityId: 'c' },
    };
    const made = events({ events: [edge] }, ['from', 'to'], ['1', '2 3  5']);
    expect(made.map(({ data }) => (data as { introductionId: string }).introductionId)).toEqual(['1-2', '1-3', '1-5']);
    expect(new Set(made.map(({ id }) => id)).size).toBe(3);
    expect(events({ events: [edge] }, ['from', 'to'], ['4', ''])).toEqual([]);
  });

  it('makes numbers, instants and lists where the event has them, and nested fields', () => {
    const referral = {
      type: 'ReferralMade',
      time: '{date}',
      data: {
        referralId: 'r-{person}',
        personId: '{person}',
        practitionerId: 'x',
        communityId: 'c',
        source: { kind: { column: 'arm', map: { A: 'introducer', B: 'directory' } } },
        observedFrom: '{date}',
      },
    };
    const outcome = {
      type: 'OutcomeMeasured',
      time: '{date}',
      data: { measurementId: 'm-{person}', personId: '{person}', instrument: 'PHQ-9', version: '1', total: '{score}' },
    };
    const granted = { type: 'ConsentGranted', time: '{date}', data: { personId: '{person}', purposes: { column: 'for', split: ';' } } };
    const columns = ['person', 'date', 'arm', 'score', 'for'];
    const made = events({ events: [referral, outcome, granted] }, columns, ['p', '2026-03-02', 'B', '12.5', 'follow_up; outcome_stats']);
    expect(made.map(({ data }) => data)).toMatchObject([
      { source: { kind: 'directory' }, observedFrom: '2026-03-02T00:00:00Z' },
      { total: 12.5 },
      { purposes: ['follow_up', 'outcome_stats'] },
    ]);
    for (const event of made) expect(() => decodeEvent(event)).not.toThrow();
  });

  it('leaves out optional fields whose cells are empty, or takes their default', () => {
    const withChannel = { ...joined, data: { ...joined.data, introductionId: 'i-{by}', pathway: { column: 'way', default: 'self' } } };
    const dataOf = (...cells: string[]): unknown => events({ events: [withChannel] }, ['person', 'date', 'by', 'way'], cells)[0]?.data;
    expect(dataOf('p', '2026-03-02', '', '')).toEqual({ personId: 'p', communityId: 'west', pathway: 'self' });
    expect(dataOf('p', '2026-03-02', 'q', 'directory')).toMatchObject({ introductionId: 'i-q', pathway: 'directory' });
  });

  it('reads a default as it reads a cell', () => {
    const late = { ...joined, time: { column: 'date', default: '2026-06-01' } };
    expect(events({ events: [late] }, ['person', 'date'], ['p', ''])[0]?.time).toBe('2026-06-01T00:00:00Z');
  });

  it('refuses a row in which a required field stays empty or a value is not in its map, naming the field', () => {
    expect(() => events({ events: [joined] }, ['person', 'date'], ['', '2026-03-02'])).toThrow(
      expect.objectContaining({ field: 'data.personId' }),
    );
    expect(() => events({ events: [joined] }, ['person', 'date'], ['p', ''])).toThrow(expect.objectContaining({ field: 'time' }));
    expect(() => events({ events: [joined] }, ['person', 'date'], ['p', 'March'])).toThrow(expect.objectContaining({ field: 'time' }));
    const mapped = { ...joined, data: { ...joined.data, pathway: { column: 'date', map: { a: 'self' } } } };
    expect(() => events({ events: [mapped] }, ['person', 'date'], ['p', '2026-03-02'])).toThrow(/not in its map \(a\)/);
  });

  it('is refused with one sentence where the columns are separated by something else', () => {
    expect(issues({ events: [joined] }, ['person;date'])).toEqual([
      'delimiter "," does not stand in the names of the columns: if they are separated by ";", say "delimiter": ";"',
    ]);
  });

  it('is refused with the place of everything that is wrong in it', () => {
    expect(issues({ events: [{ ...joined, time: '{day}', data: { personId: '{who}', pathwy: 'self' } }] })).toEqual([
      'events[0].time the table has no column "day"; it has person, date',
      'events[0].data.personId the table has no column "who"; it has person, date',
      'events[0].data.pathwy is not a field here; there are personId, communityId, introductionId, pathway',
      'events[0].data.communityId is required and the mapping does not fill it',
    ]);
  });

  it.each([
    [{ events: [] }, 'events must be a list'],
    [{ events: [joined], sauce: 1 }, 'sauce is not known here'],
    [{ events: [{ ...joined, type: 'Joined' }] }, 'events[0].type must be one of'],
    [{ events: [{ ...joined, type: 'EventAnnulled' }] }, 'events[0].type must be one of'],
    [{ events: [{ ...joined, when: { column: 'date' } }] }, 'events[0].when needs one of'],
    [{ events: [{ ...joined, when: { column: 'date', in: 'x' } }] }, 'events[0].when.in must be a list'],
    [{ events: [{ ...joined, time: '{date' }] }, 'events[0].time has a "{" without its partner'],
    [{ events: [{ ...joined, time: { column: 'date', at: '25:00' } }] }, 'events[0].time.at must be a time of day'],
    [{ events: [{ ...joined, time: { column: 'date', plus: { const: 1, unit: 'moons' } } }] }, 'events[0].time.plus.unit must be one of'],
    [{ events: [joined], timeZone: 'Middle/Earth' }, 'timeZone "Middle/Earth" is not a time zone'],
    [{ events: [joined], dateFormats: ['jj.mm.yyyy'] }, 'dateFormats[0] "jj.mm.yyyy" has letters that mean nothing'],
    [
      { events: [{ ...joined, data: { ...joined.data, pathway: { column: 'date', at: '10:00' } } }] },
      'events[0].data.pathway.at is for fields',
    ],
  ])('says what would be right: %j', (mapping, expected) => {
    expect(issues(mapping).join('\n')).toContain(expected);
  });

  it('is refused when it is not JSON', () => {
    expect(() => readMapping('{')).toThrow(BadMapping);
  });
});

const page = readFileSync(join(import.meta.dirname, '../../../../docs/mapping.md'), 'utf8');
const examples = [...page.matchAll(/^```json\n([\s\S]*?)^```/gm)].map(([, json = '']) => json);

const tables: readonly (readonly [row: Readonly<Record<string, string>>, times: readonly string[]])[] = [
  [
    { OrderId: '1', UserId: '7', ShopId: '3', OrderDate: '2026-03-02', Channel: 'friend', PickupDate: '02.03.2026 17:30' },
    ['2026-03-02T08:00:00Z', '2026-03-02T16:30:00Z'],
  ],
  [{ id: 'a', time: '9.5', event: '1' }, ['2020-01-01T00:00:00Z', '2020-01-10T12:00:00Z']],
];

describe('The examples on the page about mappings', () => {
  it.each(tables.map(([row, times], i) => [i, row, times] as const))('make valid events (%i)', (i, row, times) => {
    const json = examples[i] ?? '';
    const made = bindMapping(readMapping(json), Object.keys(row))(Object.values(row));
    expect(made).toHaveLength(2);
    for (const event of made) expect(() => decodeEvent(event)).not.toThrow();
    expect(made.map(({ time }) => time)).toEqual(times);
  });
});
