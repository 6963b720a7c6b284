import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { storedId, type TouchpointEvent } from '@kithline/touchpoints';
import { whatIsMissing } from '@kithline/infra/neo4j/installation.mjs';
import { ProjectorProcess } from './projector/projector-process.ts';
import { startedStores, until } from './projector/stores.ts';

const event = (id: string, person: string, more: Partial<TouchpointEvent> = {}): TouchpointEvent => ({
  specversion: '1.0',
  id,
  source: 'urn:desk',
  type: 'org.kithline.MemberJoined.v1',
  time: '2026-03-01T12:00:00Z',
  subject: `member/${person}`,
  data: { personId: person, communityId: 'north' },
  ...more,
});
const joined = event('ana', 'ana');
const nonsense = event('nonsense', 'ana', {
  type: 'org.kithline.EventCorrected.v1',
  data: { target: storedId('urn:desk', 'ana'), reason: 'mistake', patch: { data: { pathway: 'none that there is' } } },
});

describe('A projector that is set up wrongly', () => {
  it('says each mistake in a line, and does not start', async () => {
    const projector = new ProjectorProcess({ LOG: 'eventstoredb', GRAPH: 'neo4j', NEO4J_URL: 'http://x', BATCH_EVENTS: 'many' });
    await projector.start();
    expect(await projector.ended).toBe(2);
    expect(projector.said.trimEnd().split('\n')).toEqual([
      'kithline-projector: EVENTSTORE_URL is not set: LOG=eventstoredb needs an address like esdb://host:2113?tls=false',
      'kithline-projector: NEO4J_URL must look like bolt://host:7687 or neo4j+s://host:7687',
      expect.stringContaining('NEO4J_PASSWORD is not set'),
      expect.stringContaining('BATCH_EVENTS is many'),
    ]);
  });
});

const missing = whatIsMissing();
if (missing) it.skip(`A projector in use (skipped: ${missing})`, () => undefined);
else {
  describe('A projector in use', () => {
    let stores: Awaited<ReturnType<typeof startedStores>>;
    let log: ReturnType<(typeof stores)['log']>;
    beforeAll(async () => {
      stores = await startedStores();
      log = stores.log();
    });
    afterAll(async () => {
      await log.close();
      await stores.end();
    });

    const kithline = (...args: string[]): Promise<Readonly<{ code: number; json: unknown }>> =>
      new Promise((resolve, reject) => {
        const launcher = fileURLToPath(new URL('../../../apps/cli/bin/kithline.mjs', import.meta.url));
        const env = { PATH: process.env['PATH'], ...stores.settings };
        execFile(process.execPath, [launcher, ...args, '--json'], { env }, (error, out, err) => {
          if (!/^\{/.test(out || err)) reject(new Error(`kithline says: ${out}${err}`));
          else resolve({ code: Number(error?.code ?? 0), json: JSON.parse(out || err) as unknown });
        });
      });
    const reached = (position: number) => until(async () => (await stores.projector.health())?.projected === position);

    it('is ready once the graph is at the end of the log, and tells Prometheus', async () => {
      await stores.projector.start();
      await log.record([joined, nonsense]);
      await reached((await log.head()).position);
      await until(async () => (await stores.projector.fetch('/health/ready')).status === 200);
      expect(await stores.projector.health()).toMatchObject({ status: 'ready', lag: { events: 0 }, parked: { events: 1 } });
      const metrics = await (await stores.projector.fetch('/metrics')).text();
      expect(metrics).toMatch(/^kithline_projector_applied_events_total 2$/m);
      expect(metrics).toMatch(/^kithline_projector_parked_events 1$/m);
      expect(metrics).toMatch(/^kithline_projector_lag_events 0$/m);
      expect((await stores.projector.fetch('/health/live')).status).toBe(200);
      expect((await stores.projector.fetch('/elsewhere')).status).toBe(404);
    });

    it('does what is ordered at the command line', async () => {
      const { position } = await log.head();
      expect(await kithline('parked')).toMatchObject({ code: 0, json: { rows: [{ position, attempts: 1 }] } });
      expect(await kithline('parked', 'retry', '1')).toMatchObject({ code: 2, json: { code: 'not_parked' } });
      const skip = await kithline('parked', 'skip', String(position), '--reason', 'a test');
      expect(skip).toEqual({ code: 0, json: { left: [position], rows: [] } });
      expect(await kithline('rebuild', '--throttle', '1000')).toEqual({
        code: 0,
        json: { generation: 2, position, switched: true, differences: null },
      });
      expect(await kithline('parked')).toMatchObject({ json: { rows: [], skipped: [{ position, reason: 'a test' }] } });
    });

    it('ends within ten seconds when it is told to, and goes on where it was', async () => {
      const before = Date.now();
      expect(await stores.projector.end('SIGTERM')).toBe(0);
      expect(Date.now() - before).toBeLessThan(10_000);
      await log.record([event('ben', 'ben')]);
      await stores.projector.start();
      await reached((await log.head()).position);
    });

    it('ends so too in the middle of a rebuild, and has it done when it is started again', async () => {
      await log.record(Array.from({ length: 3_000 }, (_, i) => event(`visit-${i}`, `person-${i}`)));
      const rebuilt = kithline('rebuild', '--throttle', '1000');
      const isUnderWay = until(async () => ((await stores.projector.health())?.rebuild?.position ?? 0) > 0);
      expect(await Promise.race([isUnderWay, rebuilt])).toBeUndefined();
      const before = Date.now();
      expect(await stores.projector.end('SIGTERM')).toBe(0);
      expect(Date.now() - before).toBeLessThan(10_000);
      await stores.projector.start();
      expect(await rebuilt).toMatchObject({ code: 0, json: { position: (await log.head()).position, switched: true } });
    });

    it('ends within ten seconds also where Neo4j hangs, and leaves the batch in hand undone as a whole', async () => {
      const { position } = await log.head();
      await reached(position);
      stores.signalNeo4j('SIGSTOP');
      try {
        await log.record([event('eve', 'eve')]);
        await new Promise((resolve) => setTimeout(resolve, 1_000)); // by now it waits for Neo4j to take the batch
        const before = Date.now();
        expect(await stores.projector.end('SIGTERM')).toBe(0);
        expect(Date.now() - before).toBeLessThan(10_000);
        expect(stores.projector.said).toContain('the batch in hand takes too long: it is left undone');
      } finally {
        stores.signalNeo4j('SIGCONT');
      }
      await stores.projector.start();
      await reached((await log.head()).position);
    });

    it('is the only one: of two, one ends and says why', async () => {
      const other = new ProjectorProcess(stores.settings);
      await other.start();
      await until(async () => (await other.health())?.phase === 'following');
      let code: number | string | undefined;
      void Promise.race([other.ended, stores.projector.ended]).then((ended) => (code = ended));
      for (let n = 0; code === undefined; n++) await log.record([event(`n${n}`, 'cat')]);
      expect(code).toBe(3);
      expect(`${other.said}${stores.projector.said}`).toContain('it has a second writer');
      await Promise.all([other.end('SIGTERM'), stores.projector.end('SIGTERM')]);
    });

    it('does not go on with a graph of another log, and says what to do in a line', async () => {
      const other = new ProjectorProcess({ ...stores.settings, KITHLINE_TENANT: 'other' });
      await other.start();
      expect(await other.ended).toBe(1);
      expect(other.said.trimEnd().split('\n').at(-1)).toMatch(/^kithline-projector: generation \d+ of the graph belongs to another log: /);
    });

    it('does not start with a password that the graph does not take, and says so in a line', async () => {
      const wrong = new ProjectorProcess({ ...stores.settings, NEO4J_PASSWORD: 'not this one' });
      await wrong.start();
      expect(await wrong.ended).toBe(1);
      expect(wrong.said.trimEnd().split('\n').at(-1)).toMatch(/^kithline-projector: Neo4j at .* does not let this user do that/);
    });
  });
}
