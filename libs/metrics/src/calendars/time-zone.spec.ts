import { jest } from '@jest/globals';
import { DAY, parseInstant } from '@kithline/touchpoints';
import { periodStarts } from './local-periods.ts';
import { offsetAt, offsetsOf } from './time-zone.ts';

const [beginning, end] = [parseInstant('0001-01-01T00:00:00Z'), parseInstant('9999-12-31T00:00:00Z')];
const zones = ['Europe/London', 'America/New_York', 'Africa/Casablanca', 'Australia/Lord_Howe', 'Asia/Kolkata', 'America/Santiago'];

describe('The offsets of a zone', () => {
  it.each(zones)(
    'are those of its clocks over all years that there are, in %s',
    (zone) => {
      const offsets = offsetsOf(zone, beginning, end);
      for (let at = beginning, segment = 0; at < end; at += 101.3 * DAY) {
        while ((offsets[segment + 1]?.since ?? Infinity) <= at) segment++;
        if (offsets[segment]!.offset !== offsetAt(zone, at)) throw new Error(`${zone} at ${new Date(at).toISOString()}`);
      }
      expect(offsets.every(({ since }, i) => i === 0 || since > offsets[i - 1]!.since)).toBe(true);
    },
    30_000,
  );

  it.each(['2150-06-01T00:00:00Z', '2600-06-01T00:00:00Z'])('are the same when they are asked for from %s on', (from) => {
    const to = parseInstant('3300-01-01T00:00:00Z');
    const late = offsetsOf('Europe/London', parseInstant(from), to);
    const all = offsetsOf('Europe/London', beginning, to);
    expect(late.slice(1)).toEqual(all.filter(({ since }) => since > late[0]!.since));
  });

  it('are found up to the year 9999 by probing a few hundred years of it', () => {
    const formatters = Intl.DateTimeFormat.prototype as unknown as Readonly<{ format: object }>;
    const probed = jest.spyOn(formatters, 'format', 'get');
    const from = parseInstant('2026-01-01T00:00:00Z');
    expect(periodStarts('day', offsetsOf('Europe/Paris', from, end), from, end).length).toBe((end - from) / DAY + 2);
    expect(probed.mock.calls.length).toBeLessThan(150_000);
    probed.mockRestore();
  });
});
