import type { Recorded } from '@kithline/log';
import { all, touch, touches } from '@kithline/log/testing';
import { storedId } from '@kithline/touchpoints';
import { onAServer } from './testing/logs.ts';

describe('An id that two streams have on EventStoreDB', () => {
  const given = onAServer();

  it('is told of the later event, to who follows from the start and to who comes later', async () => {
    const server = await given.start();
    const [log, late] = [given.open(server.url), given.open(server.url)];
    await log.record([...touches('t', 600), touch('same', 'p-1'), touch('other', 'p-3')]);
    await log.record([touch('same', 'p-2')]);
    const [first, , again] = (await all(log.readAll())).slice(600) as [Recorded, Recorded, Recorded];
    const told: [number, number][] = [];
    let after = 0;
    for await (const page of log.readAll()) {
      told.push(...(await log.reused(page, after)));
      after = page.at(-1)?.position ?? after;
    }
    expect(told).toEqual([[again.position, first.position]]);
    const page = (await all(late.readAll())).filter(({ position }) => position > first.position);
    expect(await late.reused(page, first.position)).toEqual(new Map(told));
    expect(await late.reused(page, first.position)).toEqual(new Map(told));
  });

  it('is the first one to who asks for it', async () => {
    const server = await given.start();
    const log = given.open(server.url);
    await log.record([touch('same', 'p-1')]);
    await log.record([touch('same', 'p-2')]);
    const [first] = (await all(log.readAll())) as [Recorded];
    expect((await log.byId(storedId('urn:test', 'same')))?.position).toBe(first.position);
  });

  it('is found without reading where it stands on a page that was asked about a short while ago, and read where that is long ago', async () => {
    const server = await given.start();
    const log = given.open(server.url);
    await log.record(touches('t', 2_100));
    let after = 0;
    for await (const page of log.readAll()) {
      await log.reused(page, after);
      after = page.at(-1)?.position ?? after;
    }
    const { reads } = server;
    expect((await log.byId(storedId('urn:test', 't-2099')))?.event.id).toBe('t-2099');
    expect(server.reads).toBe(reads);
    expect((await log.byId(storedId('urn:test', 't-0')))?.event.id).toBe('t-0');
    expect(server.reads).toBe(reads + 1);
  });
});
