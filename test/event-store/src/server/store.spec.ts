import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Proposed, Store } from './store.ts';

const event = (id: string): Proposed => ({
  id,
  type: 'Happened',
  contentType: 'application/json',
  data: Buffer.from(`{"id":"${id}"}`),
  metadata: Buffer.of(),
});
const [a, b, c, d] = ['a', 'b', 'c', 'd'].map(event) as [Proposed, Proposed, Proposed, Proposed];

describe('The store of the test server', () => {
  it('writes at the revision expected and at no other', () => {
    const store = new Store();
    expect(store.append('s', 0n, [a])).toEqual({ outcome: 'wrong-version', current: undefined });
    expect(store.append('s', 'stream-exists', [a])).toEqual({ outcome: 'wrong-version', current: undefined });
    expect(store.append('s', 'no-stream', [a, b])).toMatchObject({ outcome: 'written', last: { revision: 1n } });
    expect(store.append('s', 'no-stream', [c])).toEqual({ outcome: 'wrong-version', current: 1n });
    expect(store.append('s', 0n, [c])).toEqual({ outcome: 'wrong-version', current: 1n });
    expect(store.append('s', 7n, [c])).toEqual({ outcome: 'wrong-version', current: 1n });
    expect(store.append('s', 1n, [c])).toMatchObject({ outcome: 'written', last: { revision: 2n } });
  });

  it('takes the same ids in the same split for the same append, and in another for a mistake', () => {
    const store = new Store();
    store.append('s', 'no-stream', [a, b]);
    store.append('s', 1n, [c]);
    const [, second] = store.log;
    expect(store.append('s', 'no-stream', [a, b])).toEqual({ outcome: 'written-before', last: second });
    expect(store.append('s', 'no-stream', [a])).toMatchObject({ outcome: 'written-before' });
    expect(store.append('s', 0n, [b, d])).toEqual({ outcome: 'corrupted-idempotency' });
    expect(store.append('s', 0n, [b, c, d])).toEqual({ outcome: 'corrupted-idempotency' });
    expect(store.log).toHaveLength(3);
  });

  it('writes at the revision expected whatever stands before it, as the real one does', () => {
    const store = new Store();
    store.append('s', 'no-stream', [a]);
    expect(store.append('s', 0n, [a])).toMatchObject({ outcome: 'written', last: { revision: 1n } });
  });

  it('leaves gaps between positions', () => {
    const store = new Store();
    store.append('s', 'no-stream', [a, b]);
    const [first, second] = store.log;
    expect(Number(second!.position - first!.position)).toBeGreaterThan(50);
    expect([store.indexOf(0n), store.indexOf(first!.position), store.indexOf(first!.position + 1n)]).toEqual([0, 0, 1]);
  });

  it('finds in its file what was answered, and nothing of an append that was not', () => {
    const folder = mkdtempSync(join(tmpdir(), 'kithline-event-store-'));
    try {
      const file = join(folder, 'events.ndjson');
      const store = new Store({ file });
      store.append('s', 'no-stream', [a, b]);
      store.append('t', 'no-stream', [c]);
      appendFileSync(file, '{"stream":"t","created":1,"events":[{"id":"half');
      const again = new Store({ file });
      expect(again.log).toEqual(store.log);
      expect(again.append('t', 0n, [d])).toMatchObject({ outcome: 'written' });
      expect(new Store({ file }).log).toEqual(again.log);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
