import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { TouchpointEvent } from '../event.ts';
import { eventOf } from '../testing/events.ts';
import { decodeEvent } from './decode-event.ts';
import { encodeLine } from './encode-line.ts';

const corpus = readFileSync(new URL('../upcast/corpus/v1.ndjson', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n');
const read = (value: unknown) => decodeEvent(value, { basisEvents: true });

const arbitraryId = fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }).map((text) => `x${text.replace(/[/,\p{Cc}]/gu, '-')}`);
const arbitraryText = arbitraryId.map((text) => text.replace(/[\u2028\u2029]/g, '-'));

/** Any event of the corpus with other strings where strings are free. */
const arbitraryEvent = fc
  .record({ line: fc.constantFrom(...corpus), id: arbitraryId, source: arbitraryText, actor: fc.option(arbitraryId, { nil: undefined }) })
  .map(({ line, id, source, actor }): unknown => ({ ...(JSON.parse(line) as TouchpointEvent), id, source, ...(actor && { actor }) }));

/** The same JSON with every object's keys in another order. */
function shuffled(value: unknown, seed: number): unknown {
  if (Array.isArray(value)) return value.map((inner) => shuffled(inner, seed));
  if (typeof value !== 'object' || value === null) return value;
  const keyed = Object.entries(value).map(([name, inner], i) => ({ name, inner, order: Math.imul(i + 1, seed) >>> 0 }));
  return Object.fromEntries(keyed.sort((a, b) => a.order - b.order).map(({ name, inner }) => [name, shuffled(inner, seed)]));
}

describe('The line of an event', () => {
  it('reads back as the same event', () =>
    fc.assert(fc.property(arbitraryEvent, (given) => expect(read(JSON.parse(encodeLine(read(given))))).toEqual(read(given)))));

  it('does not depend on the order of keys', () =>
    fc.assert(
      fc.property(arbitraryEvent, fc.integer(), (given, seed) => {
        const line = encodeLine(read(given));
        expect(encodeLine(read(shuffled(given, seed | 1)))).toBe(line);
        expect(encodeLine(shuffled(read(given), seed | 1) as TouchpointEvent)).toBe(line);
      }),
    ));

  it('does not depend on the offset of times', () => {
    const made = { introductionId: 'i-1', introducerId: 'p-1', introduceeId: 'p-2', communityId: 'c-1' };
    const inUtc = eventOf('IntroductionMade', { ...made, until: '2026-06-30T22:00:00.5Z' }, { timeto: '2026-03-02T11:00:00Z' });
    const inBerlin = {
      ...inUtc,
      time: '2026-03-02T11:00:00.000+01:00',
      timeto: '2026-03-02T12:00:00+01:00',
      data: { ...made, until: '2026-07-01T00:00:00.50+02:00' },
    };
    expect(encodeLine(read(inBerlin))).toBe(encodeLine(inUtc));
    expect(encodeLine(inUtc)).toContain('"until":"2026-06-30T22:00:00.5Z"');
  });

  it('holds nothing that is not stored', () => {
    const event = eventOf('MemberJoined', { personId: 'p-1', communityId: 'c-1' });
    expect(encodeLine({ ...event, recordedat: '2026-03-02T10:00:01Z', hash: 'ab' } as TouchpointEvent)).toBe(encodeLine(event));
  });

  it('spells the date-times within a correction', () => {
    const data = { target: '9d68a3d3-4842-5dee-92ae-6c3bdbc3e353', reason: 'x' };
    const patch = { data: { until: '2026-07-01T00:00:00+02:00', kind: 'friend' }, time: '2026-03-02T11:00:00+01:00' };
    const corrected = { ...eventOf('EventCorrected', { ...data, patch }), subject: 'introduction/i-1' };
    expect(read(corrected).data['patch']).toEqual({
      time: '2026-03-02T10:00:00Z',
      data: { kind: 'friend', until: '2026-06-30T22:00:00Z' },
    });
  });
});
