import { describe, expect, it } from '@jest/globals';
import { LONGEST_LINE, readLines } from './lines.ts';

async function* chunks(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function linesOf(bytes: Buffer, size = 7): Promise<readonly unknown[]> {
  const all: unknown[] = [];
  for await (const { first, lines } of readLines(chunks(bytes, size))) lines.forEach((line, i) => all.push([first + i, line]));
  return all;
}

describe('Lines of a file', () => {
  it('are numbered from 1 wherever the chunks break, without mark and line ends', async () => {
    expect(await linesOf(Buffer.from('\uFEFFone\ntwö\n\nlast'), 2)).toEqual([
      [1, 'one'],
      [2, 'twö'],
      [3, ''],
      [4, 'last'],
    ]);
  });

  it('that are not UTF-8 or too long are told apart from the rest', async () => {
    const long = Buffer.alloc(LONGEST_LINE + 10, 'x');
    const bytes = Buffer.concat([Buffer.from('a\n'), Buffer.from([0xc3, 0x28, 10]), Buffer.from('b\n'), long, Buffer.from('\nc')]);
    expect(await linesOf(bytes, 65_536)).toEqual([
      [1, 'a'],
      [2, { reason: 'is not UTF-8' }],
      [3, 'b'],
      [4, { reason: expect.stringContaining('is longer than') }],
      [5, 'c'],
    ]);
  });
});
