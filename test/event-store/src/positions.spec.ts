import { all, idsOf, touches } from '@kithline/log/testing';
import { onAServer } from './testing/logs.ts';

describe('Positions in a gap of EventStoreDB', () => {
  const given = onAServer();

  it('are looked for from places that were come across before, which is quick', async () => {
    const server = await given.start();
    const log = given.open(server.url);
    await log.record(touches('t', 4_000));
    const recorded = await all(log.readAll());
    const { reads } = server;
    const [before, after] = recorded.slice(1_700);
    expect(idsOf(await all(log.readAll(before!.position + 1, after!.position)))).toEqual([after!.event.id]);
    expect(server.reads - reads).toBeLessThan(6);
  });

  it('near the end are looked for from there', async () => {
    const server = await given.start();
    await given.open(server.url).record(touches('t', 4_000));
    const log = given.open(server.url);
    const { reads } = server;
    const [before, after] = server.events.slice(3_400).map(({ position }) => Number(position));
    expect((await log.head(after! - 1)).position).toBe(before);
    expect(server.reads - reads).toBeLessThan(8);
  });

  it('are found again when the server is another one, set back to a backup', async () => {
    const server = await given.start();
    const [log, writer] = [given.open(server.url), given.open(server.url)];
    await writer.record(touches('t', 2_000));
    await all(log.readAll());
    await writer.close();
    server.stop();
    const other = await given.start({ port: server.port, firstPosition: 1_500n });
    await given.open(other.url).record(touches('t', 2_000));
    const last = Number(other.events.at(-1)!.position);
    expect(idsOf(await all(log.readAll(last - 1)))).toEqual(['t-1999']);
    expect(await all(log.readAll(Number(other.events[700]!.position) - 1))).toHaveLength(1_300);
  });

  it('lose nothing under a server that fails in its own way instead of refusing them', async () => {
    const server = await given.start();
    const log = given.open(server.url);
    await log.record(touches('t', 1_200));
    server.faults.garbledPositions = true;
    const recorded = await all(log.readAll());
    const place = recorded[600]!.position + 3;
    expect(idsOf(await all(log.readAll(place)))).toEqual(idsOf(recorded.slice(601)));
    server.faults.failingReads = 5;
    expect(idsOf(await all(log.readAll(place)))).toEqual(idsOf(recorded.slice(601)));
  });
});
