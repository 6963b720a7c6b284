import { event, harbour } from '../testing/answers.ts';
import { hearing, nothingHeard } from './hearing.ts';
import type { Network } from './network.ts';

const sources = { count: 1, madeUp: ['urn:kithline:examples:harbour'], others: [] };
const until = Date.parse('2026-10-26T12:00:00Z');
const known: Network = { newest: 90, from: 0, until, communities: [], sources, hasLateSheet: true };

describe('What is heard of a network', () => {
  it('moves its newest position on, and never back', () => {
    expect(hearing(known, { ...nothingHeard, position: 95 }).newest).toBe(95);
    expect(hearing(known, { ...nothingHeard, position: 12 }).newest).toBe(90);
  });

  it('moves its end on only when something happened later', () => {
    const late = hearing(known, { ...nothingHeard, rows: [event(91, '2026-03-05T18:00:00Z')] });
    const new_ = hearing(known, { ...nothingHeard, rows: [event(91, '2026-11-02T18:00:00Z')] });
    expect([late.until, new_.until]).toEqual([known.until, Date.parse('2026-11-03T12:00:00Z')]);
  });

  it('knows made-up people by their sources: whatever comes from another is of others', () => {
    const sourcesAfter = (source: string | null) =>
      hearing(known, { ...nothingHeard, rows: [event(91, '2026-03-05T18:00:00Z', { source })] }).sources;
    expect(sourcesAfter('urn:kithline:examples:harbour')).toEqual(sources);
    expect(sourcesAfter('urn:partner:mill')).toEqual({ ...sources, count: 2, others: ['urn:partner:mill'] });
  });

  it('makes a community known once', () => {
    const once = hearing(known, { ...nothingHeard, rows: [harbour] });
    expect(hearing(once, { ...nothingHeard, rows: [harbour] }).communities).toEqual([
      { id: 'harbour', name: 'Harbour Circle', timeZone: 'Europe/London' },
    ]);
  });
});
