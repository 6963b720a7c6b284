import { idsOf, touch } from '@kithline/log/testing';
import { onAServer } from './testing/logs.ts';

const stream = 'member/p-1';
const name = 'kithline.member-p-1';
const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((id) => touch(id, 'p-1')) as [Touch, Touch, Touch, Touch];
type Touch = ReturnType<typeof touch>;

describe('A stream of EventStoreDB that somebody truncated', () => {
  const given = onAServer();

  it('goes on where it is, to who has not read it and to who has', async () => {
    const server = await given.start();
    const log = given.open(server.url);
    await log.append(stream, [a, b], 'no-stream');
    server.store.truncate(name, 1);
    const other = given.open(server.url);
    expect(await other.append(stream, [c], 1)).toMatchObject({ revision: 2, written: 1 });
    expect(await log.append(stream, [d], 2)).toMatchObject({ revision: 3, written: 1 });
    expect(idsOf(await other.readStream(stream))).toEqual(['b', 'c', 'd']);
    expect(await other.append(stream, [d], 3)).toMatchObject({ revision: 3, written: 0 });
  });

  it('refuses another revision, and takes facts', async () => {
    const server = await given.start();
    await given.open(server.url).append(stream, [a, b], 'no-stream');
    server.store.truncate(name, 1);
    const log = given.open(server.url);
    await expect(log.append(stream, [c], 'no-stream')).rejects.toMatchObject({ name: 'RevisionConflict', actual: 1 });
    expect(await log.record([b, c])).toMatchObject([{ outcome: 'known' }, { outcome: 'written' }]);
  });

  it('is opened again by an append after it was deleted softly, at the next revision', async () => {
    const server = await given.start();
    const remembering = given.open(server.url);
    await remembering.append(stream, [a, b], 'no-stream');
    server.store.truncate(name, 2);
    const log = given.open(server.url);
    expect(await log.readStream(stream)).toEqual([]);
    expect(await log.append(stream, [c, d], 'no-stream')).toMatchObject({ revision: 3, written: 2 });
    expect(idsOf(await remembering.readStream(stream))).toEqual(['c', 'd']);
    expect(await remembering.append(stream, [touch('e', 'p-1')], 3)).toMatchObject({ revision: 4, written: 1 });
  });
});
