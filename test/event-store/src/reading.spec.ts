import { storedId } from '@kithline/touchpoints';
import { all, idsOf, touch, touches } from '@kithline/log/testing';
import { onAServer } from './testing/logs.ts';

describe('Reading from EventStoreDB', () => {
  const given = onAServer();

  it('goes on where a read broke off', async () => {
    const server = await given.start();
    const log = given.open(server.url);
    await log.record(touches('t', 30));
    server.faults.brokenReads = 4;
    expect(idsOf(await all(log.readAll()))).toEqual(touches('t', 30).map(({ id }) => id));
    expect(server.faults.brokenReads).toBe(0);
  });

  it('is unavailable, by its code, when a server stays silent', async () => {
    const server = await given.start();
    server.faults.silent.add('reads');
    const log = given.open(server.url, { timing: { answer: 100, patience: 200, pause: 10 } });
    const unavailable = { name: 'LogUnavailable', code: 'unavailable', message: expect.stringContaining('nothing came for 100 ms') };
    await expect(log.head()).rejects.toMatchObject(unavailable);
    await expect(log.readStream('member/p-1')).rejects.toMatchObject(unavailable);
    await expect(all(log.readAll())).rejects.toMatchObject(unavailable);
    await expect(log.byId(storedId('urn:test', 'a'))).rejects.toMatchObject(unavailable);
  });

  it('waits for a server that answers again, and says so', async () => {
    const server = await given.start();
    const said: string[] = [];
    const log = given.open(server.url, { timing: { answer: 100, pause: 10 }, waits: ({ message }) => void said.push(message) });
    await log.record(touches('t', 3));
    expect(said).toEqual([]);
    server.faults.silent.add('reads');
    setTimeout(() => server.faults.silent.clear(), 1_000);
    expect(await all(log.readAll())).toHaveLength(3);
    expect(said[0]).toContain('nothing came for 100 ms');
  });

  it('leaves out other tenants, and what others keep on the server', async () => {
    const server = await given.start();
    const noise = (i: number) => ({
      id: `0-${i}`,
      type: '$x',
      contentType: 'application/json',
      data: Buffer.from('{}'),
      metadata: Buffer.of(),
    });
    const stats = (count: number) =>
      server.store.append(
        '$stats',
        'any',
        Array.from({ length: count }, (_, i) => noise(server.events.length + i)),
      );
    const [north, south] = [given.open(server.url, { tenant: 'north' }), given.open(server.url, { tenant: 'south' })];
    stats(1_200);
    await north.record(touches('n', 5));
    const { position } = await north.head();
    stats(1_200);
    await south.record(touches('s', 5));
    stats(3);
    expect(await north.head()).toMatchObject({ position });
    expect(await north.head()).toMatchObject({ position, hash: null });
    expect(idsOf(await all(north.readAll()))).toEqual(['n-0', 'n-1', 'n-2', 'n-3', 'n-4']);
    expect(idsOf(await all(south.readAll(position)))).toEqual(['s-0', 's-1', 's-2', 's-3', 's-4']);
    expect(await south.byId(storedId('urn:test', 'n-1'))).toBeUndefined();
    await north.record([touch('more', 'p-1')]);
    expect((await north.head()).position).toBeGreaterThan(position);
    expect(await north.byId(storedId('urn:test', 'more'))).toMatchObject({ event: { id: 'more' } });
  });

  it('refuses positions that a number cannot hold, and says what would do', async () => {
    const server = await given.start({ firstPosition: 2n ** 53n - 200n });
    const log = given.open(server.url);
    await log.append('member/p-1', [touch('a', 'p-1')], 'no-stream');
    await expect(log.append('member/p-1', [touch('b', 'p-1')], 0)).rejects.toMatchObject({
      code: 'failed',
      message: expect.stringMatching(/the position 9007\d+: Kithline needs positions below 2\^53/),
    });
    await expect(all(log.readAll())).rejects.toMatchObject({ code: 'failed' });
  });

  it('says where there is an event that is none of Kithline', async () => {
    const server = await given.start();
    const event = {
      id: storedId('x', 'y'),
      type: 'Odd',
      contentType: 'application/json',
      data: Buffer.from('{"a":'),
      metadata: Buffer.of(),
    };
    server.store.append('kithline.member-p-1', 'no-stream', [event]);
    const [recorded] = await all(given.open(server.url).readAll());
    expect(recorded!.line).toBe('{"a":');
    expect(() => recorded!.event).toThrow(expect.objectContaining({ code: 'damaged' }));
  });
});
