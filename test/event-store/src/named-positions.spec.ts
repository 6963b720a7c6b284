import { touch } from '@kithline/log/testing';
import { onAServer } from './testing/logs.ts';

const stream = 'member/p-1';
/** Two of that stream. */
const pair = (id: string) => [touch(`${id}-1`, 'p-1'), touch(`${id}-2`, 'p-1')];

describe('The position of several events that were appended to EventStoreDB', () => {
  const given = onAServer();

  it('is taken from the answer, once the server was seen to name that of the last', async () => {
    const server = await given.start();
    const log = given.open(server.url);
    expect((await log.append(stream, pair('a'), 'no-stream')).position).toBe(Number(server.events[1]?.position));
    const { reads } = server;
    expect((await log.append(stream, pair('b'), 1)).position).toBe(Number(server.events[3]?.position));
    expect(server.reads).toBe(reads);
  });

  it('is read from a server that names that of the first', async () => {
    const server = await given.start();
    server.faults.namesFirst = true;
    const log = given.open(server.url);
    expect((await log.append(stream, pair('a'), 'no-stream')).position).toBe(Number(server.events[1]?.position));
    expect((await log.append(stream, pair('b'), 1)).position).toBe(Number(server.events[3]?.position));
  });

  it('is read again after an append failed, since another server may answer from then on', async () => {
    const server = await given.start();
    const log = given.open(server.url);
    await log.append(stream, pair('a'), 'no-stream');
    server.faults.namesFirst = true;
    server.faults.appends.push('broken-before');
    expect((await log.append(stream, pair('b'), 1)).position).toBe(Number(server.events[3]?.position));
  });
});
