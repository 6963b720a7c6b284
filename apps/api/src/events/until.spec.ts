import { once } from 'node:events';
import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { until } from './until.ts';

const all = async (chunks: AsyncIterable<Buffer>): Promise<string> => {
  let text = '';
  for await (const chunk of chunks) text += String(chunk);
  return text;
};

describe('What arrives until something', () => {
  it('is all that there is when nothing happens before', async () => {
    const never = new AbortController().signal;
    expect(await all(until(Readable.from([Buffer.from('a'), Buffer.from('b')]), never))).toBe('ab');
  });

  it('fails with the reason, and leaves the body to end by itself', async () => {
    const [body, late] = [new Readable({ read: () => undefined }), new AbortController()];
    const arriving = all(until(body, late.signal));
    body.push('a');
    late.abort(new Error('enough'));
    await expect(arriving).rejects.toThrow('enough');
    expect(body.destroyed).toBe(false);
    for (const chunk of ['b', 'c', null]) body.push(chunk);
    await once(body, 'end');
  });

  it('fails with the body', async () => {
    const body = new Readable({ read: () => undefined });
    const arriving = all(until(body, new AbortController().signal));
    body.destroy(new Error('gone'));
    await expect(arriving).rejects.toThrow('gone');
  });
});
