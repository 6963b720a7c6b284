import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { kithline } from '@kithline/test-stories/kithline';
import { missionContract } from '@kithline/test-stories/mission';
import { Served } from '@kithline/test-stories/served';
import { whatIsMissing } from '@kithline/infra/neo4j/installation.mjs';
import { startedStores } from './projector/stores.ts';
import { apartFromK, isReady, like, listed } from './served/asking.ts';

const questions = [
  ...['retention?period=7d&periods=3', 'retention?variant=survival', 're-engagement', 'latency', 'latency?by=practitioner'],
  ...['re-referral?reading=referrer&all-referrers=true', 'conversion?by=community', 'outcome-change?instrument=PHQ-9'],
  ...['chain/ben', 'introduced/ada', 'introduced', 'paths?from=ada&to=ben', 'paths?from=ada'],
].map((question) => `${question}${question.includes('?') ? '&' : '?'}valid-at=2026-09-01T00:00:00Z`);

const missing = whatIsMissing();
if (missing) it.skip(`A network on servers is served (skipped: ${missing})`, () => undefined);
else {
  describe('A network on servers', () => {
    const folder = mkdtempSync(join(tmpdir(), 'kithline-served-'));
    let stores: Awaited<ReturnType<typeof startedStores>>;
    let served: Served;
    const run = (...args: readonly string[]) => kithline(args, { cwd: folder, settings: stores.settings });

    beforeAll(async () => {
      stores = await startedStores();
      await stores.projector.start();
      served = await Served.on(join(folder, 'api'), stores.settings);
      await isReady(served);
    });
    afterAll(async () => {
      await served?.stop();
      await stores?.end();
      rmSync(folder, { recursive: true, force: true });
    });

    missionContract(async () => served);

    it('gives the answers of a data folder to which its export was restored, as known at every K', async () => {
      expect(await run('export', 'all.ndjson')).toMatchObject({ code: 0, err: '' });
      const restored = await kithline(['import', '--restore', 'all.ndjson', '--data', 'embedded'], { cwd: folder });
      expect(restored).toMatchObject({ code: 0, err: '' });
      const embedded = await Served.on(join(folder, 'embedded'));
      const there = await listed(served);
      expect((await listed(embedded)).map(like)).toEqual(there.map(like));
      for (const [i, { position }] of there.entries()) {
        if (i % 5 > 0 && i < there.length - 1) continue;
        for (const question of questions) {
          const asked = `${question}&disclosure=none&known-at=`;
          const [mine, theirs] = await Promise.all([served.fetch(`/v1/${asked}${position}`), embedded.fetch(`/v1/${asked}${i + 1}`)]);
          const [answer, expected] = await Promise.all([mine, theirs].map(async (each) => [each.status, apartFromK(await each.json())]));
          expect([question, i, answer]).toEqual([question, i, expected]);
        }
      }
      await embedded.stop();
    });

    it('is asked at the command line as over HTTP', async () => {
      const asOf = ['--valid-at', '2026-09-01T00:00:00Z', '--disclosure', 'none', '--json'];
      const { out, err } = await run('retention', '--period', '7d', '--periods', '3', ...asOf);
      expect(err).toBe('');
      expect(JSON.parse(out)).toEqual(await served.ask(questions[0]!));
      const [first] = await listed(served);
      const past = await run('chain', 'ada', '--known-at', String(first!.position + 1), ...asOf);
      expect([past.code, past.err]).toEqual([2, expect.stringContaining('"code":"unknown"')]);
    });

    it('is imported into at the command line, again without effect, and verified', async () => {
      const line = (n: number) =>
        JSON.stringify({
          ...{
            specversion: '1.0',
            id: `t-${n}`,
            source: 'urn:paper',
            type: 'org.kithline.TouchpointRecorded.v1',
            time: `2026-03-0${n}T10:00:00Z`,
          },
          ...{ subject: 'member/ada', data: { touchpointId: `t-${n}`, personId: 'ada', communityId: 'harbour', kind: 'drop-in' } },
        });
      const input = `${line(1)}\n${line(2)}\nnonsense\n`;
      const imports = () =>
        kithline(['import', '-', '--json', '--consent-basis', 'asked'], { cwd: folder, input, settings: stores.settings });
      expect(JSON.parse((await imports()).out)).toMatchObject({ written: 2, known: 0, rejected: 1, declared: 1 });
      expect(JSON.parse((await imports()).out)).toMatchObject({ written: 0, known: 2, rejected: 1, declared: 0 });
      const { hash, position } = JSON.parse((await run('verify', '--json')).out) as { hash: string; position: number };
      expect(await (await served.fetch('/v1/verification')).json()).toEqual({ whole: true, position, hash });
      expect(await (await served.fetch('/v1/verification')).json()).toEqual({ whole: true, position, hash });
      const status = await run('status', '--json');
      expect(status.err).toBe('');
      expect(JSON.parse(status.out)).toMatchObject({ folder: null, head: { hash, position }, breaches: {}, proof: { equal: true } });
    });

    it('is proved to have the graph that its log gives, without building it anew', async () => {
      const { out, err } = await run('rebuild', '--verify', '--json');
      expect(err).toBe('');
      expect(JSON.parse(out)).toEqual({ equal: true, position: (await listed(served)).at(-1)!.position, fingerprint: expect.any(String) });
    });

    it('tells each event as it comes, and where the graph is', async () => {
      const stream = await served.fetch(`/v1/events?disclosure=none&after=${(await listed(served)).at(-1)!.position}`, {
        headers: { accept: 'text/event-stream' },
      });
      const { position } = await served.tell('members/zoe/join', { communityId: 'harbour' });
      let text = '';
      for await (const chunk of stream.body!) {
        text += Buffer.from(chunk as Uint8Array).toString();
        if (text.includes(`event: projected\ndata: {"position":${position}}`) && text.includes('event: appended')) break;
      }
      expect(text).toContain(`id: ${position}\nevent: appended`);
    });

    it('gives the first answer again to the same key, and 412 to a revision that is not there', async () => {
      const post = (headers: Readonly<Record<string, string>>) =>
        served.fetch('/v1/members/yan/join', {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...headers },
          body: JSON.stringify({ communityId: 'harbour', time: '2026-05-01T10:00:00Z' }),
        });
      const first = await post({ 'idempotency-key': 'one' });
      expect([first.status, first.headers.get('etag')]).toEqual([201, '"0"']);
      expect(await (await post({ 'idempotency-key': 'one' })).json()).toEqual(await first.json());
      expect((await post({ 'if-match': '"7"' })).status).toBe(412);
    });

    it('says what there is only in a data folder', async () => {
      const backup = await served.fetch('/v1/backup');
      expect([backup.status, await backup.json()]).toEqual([409, expect.objectContaining({ code: 'only_embedded' })]);
      expect(await run('backup', 'copy.sqlite')).toMatchObject({ code: 2, err: expect.stringContaining('the log is on EventStoreDB') });
      expect(await run('demo', '--data', 'demo')).toMatchObject({ code: 0 });
    });
  });
}
