import { Journal } from '../../in-memory/journal.ts';
import { joined } from '../../testing/facts.ts';
import { recorded } from '../../testing/drafts.ts';
import type { Block } from '../blocks/block.ts';
import { BLOCK_FORMAT, encode } from '../blocks/codec.ts';
import { merged } from '../blocks/merged.ts';
import type { Answered, Server } from '../server.ts';
import { batchOf } from '../writing/batch.ts';
import { Reader } from './reader.ts';

const standing = { position: 1, recordedAt: 2, turned: 0, earliest: 1, latest: 1 };
const [fact] = recorded([joined('ana', 1)]);
const { block } = batchOf(new Journal(), [{ change: 'record', fact: fact! }]);
const whole = { first: 1, last: 1, format: BLOCK_FORMAT, data: encode(block) };

/** A reader of a server at the checkpoint of a batch that gives these blocks one answer after the other. */
function readerAt(batch: number, ...answers: readonly (readonly Answered[])[]): Reader {
  const left = [...answers];
  const checkpoint = { id: 'one', shown: JSON.stringify({ ...standing, batch }), dropping: false };
  const server = {
    address: 'Neo4j at here',
    glance: () => Promise.resolve([checkpoint]),
    read: () => Promise.resolve(left.shift()!),
  };
  return new Reader(server as unknown as Server, 1);
}

const readerOf = (...answers: readonly (readonly Answered[])[]): Reader => readerAt(1, ...answers);

describe('A journal that is read', () => {
  it.each(['first', 'last', 'format', 'data'])('is asked for again where a block was merged before its %s was read', async (name) => {
    const { journal } = await readerOf([{ ...whole, [name]: null }], [whole]).newest();
    expect(journal.rows).toBe(1);
  });

  it('has a block once that is found beside the one which takes its place', async () => {
    const { journal } = await readerOf([{ ...whole, data: null }, whole]).newest();
    expect(journal.rows).toBe(1);
  });

  it('misses nothing of a merged block beside which one stands that it took the place of', async () => {
    const journal = new Journal();
    const blocks = recorded([joined('ana', 1), joined('ben', 1), joined('cat', 1)]).map(
      (fact) => batchOf(journal, [{ change: 'record', fact }]).block,
    );
    const row = (first: number, last: number, each: Block) => ({ first, last, format: BLOCK_FORMAT, data: encode(each) });
    const merging = [{ ...row(1, 1, blocks[0]!), data: null }, row(2, 2, blocks[1]!), row(1, 3, merged(blocks))];
    const { journal: read } = await readerAt(3, merging).newest();
    expect(read.rows).toBe(3);
  });

  it('is refused in a format that this version does not know', () =>
    expect(readerOf([{ ...whole, format: 2 }]).newest()).rejects.toMatchObject({
      code: 'not-prepared',
      message: 'Neo4j at here holds columns of format 2, this version reads 1: rebuild the graph',
    }));

  it('is refused where blocks are missing, however often it is asked for', () =>
    expect(readerOf(...Array<[]>(50).fill([])).newest()).rejects.toMatchObject({
      code: 'failed',
      message: 'Neo4j at here: the columns of generation 1 are not whole: rebuild it',
    }));
});
