import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readElements } from './elements.ts';
import { LONGEST_LINE } from './lines.ts';

async function elementsOf(text: string | Buffer, size = 3): Promise<readonly unknown[]> {
  const bytes = Buffer.from(text);
  const all: unknown[] = [];
  async function* chunks(): AsyncGenerator<Buffer> {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  for await (const { first, lines } of readElements(chunks())) lines.forEach((line, i) => all.push([first + i, line]));
  return all;
}

describe('Elements of a JSON list', () => {
  it('are found however the bytes arrive', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.jsonValue()),
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom(undefined, 2),
        async (list, size, indent) => {
          const found = await elementsOf(JSON.stringify(list, null, indent), size);
          expect(found).toEqual(list.map((_, i) => [i + 1, expect.any(String)]));
          expect(found.map((pair) => JSON.parse((pair as string[])[1] ?? '') as unknown)).toEqual(JSON.parse(JSON.stringify(list)));
        },
      ),
    );
  });

  it('that are missing, too long or no text are told apart from the rest', async () => {
    const bytes = Buffer.concat([
      Buffer.from('[1,,"'),
      Buffer.alloc(LONGEST_LINE, 'x'),
      Buffer.from('",'),
      Buffer.from([0xc3, 0x28]),
      Buffer.from(',2]\n'),
    ]);
    expect(await elementsOf(bytes, 65_536)).toEqual([
      [1, '1'],
      [2, { reason: expect.stringContaining('is missing') }],
      [3, { reason: expect.stringContaining('is longer') }],
      [4, { reason: 'is not UTF-8' }],
      [5, '2'],
    ]);
  });

  it.each([
    ['{"a":1}', 'must be a JSON list'],
    ['', 'must be a JSON list'],
    ['[{"a":1}', 'ends within the list'],
    ['[1] 2', 'goes on after the list'],
  ])('are none in %s', async (text, message) => {
    await expect(elementsOf(text)).rejects.toThrow(message);
  });
});
