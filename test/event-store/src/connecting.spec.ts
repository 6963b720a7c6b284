import { touch } from '@kithline/log/testing';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onAServer } from './testing/logs.ts';

const hasOpenssl = (() => {
  try {
    return execFileSync('openssl', ['version'], { stdio: ['ignore', 'pipe', 'ignore'] }).length > 0;
  } catch {
    return false;
  }
})();
const event = touch('a', 'p-1');

describe('A connection to EventStoreDB', () => {
  const given = onAServer();

  it('finds the node of a cluster by gossip', async () => {
    const server = await given.start();
    const log = given.open(`esdb+discover://127.0.0.1:${server.port}?tls=false`);
    expect(await log.append('member/p-1', [event], 'no-stream')).toMatchObject({ written: 1 });
    expect(await log.readStream('member/p-1')).toHaveLength(1);
  });

  it('goes by the name that KurrentDB has for it, too', async () => {
    const server = await given.start();
    const log = given.open(`kurrentdb://127.0.0.1:${server.port}?tls=false`);
    expect(await log.head()).toMatchObject({ position: 0 });
  });

  it('needs nobody to answer to be opened, and nothing to be closed', async () => {
    const log = given.open('esdb://127.0.0.1:1?tls=false');
    expect(log.address).toBe('esdb://127.0.0.1:1');
    await log.close();
  });

  if (!hasOpenssl) it.skip('speaks TLS with a certificate of its own (skipped: there is no openssl)', () => undefined);
  else {
    const folder = mkdtempSync(join(tmpdir(), 'kithline-tls-'));
    afterAll(() => rmSync(folder, { recursive: true, force: true }));
    const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
    const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost', '-days', '2'];
    const make = () =>
      execFileSync(
        'openssl',
        ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-keyout', key, '-out', cert, ...subject],
        {
          stdio: 'ignore',
        },
      );
    const secure = async () => {
      make();
      return given.start({ tls: { cert: readFileSync(cert), key: readFileSync(key) }, user: 'ada:s:3@cret' });
    };

    it('speaks TLS with the authority that is named, and sends its credentials', async () => {
      const server = await secure();
      const log = given.open(`esdb://ada:s%3A3%40cret@localhost:${server.port}?tlsCAFile=${cert}`);
      expect(await log.append('member/p-1', [event], 'no-stream')).toMatchObject({ written: 1 });
      expect(await log.readStream('member/p-1')).toHaveLength(1);
      expect(log.address).toBe(`esdb://localhost:${server.port}`);
    });

    it('takes credentials from elsewhere instead of those in the string', async () => {
      const server = await secure();
      const credentials = { username: 'ada', password: 's:3@cret' };
      const log = given.open(`esdb://localhost:${server.port}?tlsCAFile=${cert}`, { credentials });
      expect(await log.head()).toMatchObject({ position: 0 });
    });

    it('is denied with wrong credentials, at once and by its code, without a word about them', async () => {
      const server = await secure();
      const log = given.open(`esdb://ada:wrong@localhost:${server.port}?tlsCAFile=${cert}`);
      const denied = { code: 'denied', message: expect.not.stringContaining('wrong@') };
      await expect(log.head()).rejects.toMatchObject(denied);
      await expect(log.append('member/p-1', [event], 'no-stream')).rejects.toMatchObject(denied);
    });

    it('trusts no certificate that nobody it knows has signed', async () => {
      const server = await secure();
      const timing = { answer: 300, patience: 300, pause: 10 };
      const log = given.open(`esdb://ada:x@localhost:${server.port}`, { timing });
      await expect(log.head()).rejects.toMatchObject({ code: 'unavailable' });
    });
  }
});
