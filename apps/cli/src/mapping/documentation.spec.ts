import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { decodeEvent } from '@kithline/touchpoints';
import { bindMapping, readMapping } from './mapping.ts';

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
