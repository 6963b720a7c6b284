import { InMemoryGraphStore } from '@kithline/graph';
import { touch } from '@kithline/log/testing';
import { catchUp, Projection } from '@kithline/projection';
import { onAServer } from './testing/logs.ts';

describe('An event whose id another stream has', () => {
  const given = onAServer();

  it('is parked as such with what follows in its stream, until somebody skips it', async () => {
    const server = await given.start();
    const log = given.open(server.url);
    await log.record([touch('same', 'ana')]);
    await log.record([touch('same', 'ben')]);
    await log.record([touch('next', 'ben'), touch('same', 'ana')]);
    const store = new InMemoryGraphStore();
    const { parked } = await catchUp(log, store);
    expect(parked).toMatchObject([
      { subject: 'member/ben', error: expect.stringMatching(/^id_reused: id "same" of source "urn:test"/) },
      { subject: 'member/ben', attempts: 0 },
    ]);
    const projection = await Projection.resume(given.open(server.url), store);
    expect(await projection.retry()).toMatchObject({ left: [], parked: [{ attempts: 2 }, { attempts: 0 }] });
    expect(await projection.skip(parked[0]!.position, 'two desks took the same number')).toMatchObject({ parked: [] });
    expect(store.journal.rows).toBe(2);
  });
});
