import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from '@jest/globals';
import { start } from './testing/process.ts';

const root = mkdtempSync(join(tmpdir(), 'kithline-main-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const post = (url: string, path: string, body: object) =>
  fetch(url + path, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });
const join_ = (url: string, id: string) => post(url, `/v1/members/${id}/join`, { communityId: 'c-mill' });

describe('The process', () => {
  it('prints one address, serves, and keeps its graph when it is told to end', async () => {
    const folder = join(root, 'one');
    const api = start(folder);
    const url = await api.url;
    expect((await join_(url, 'p-ben')).status).toBe(201);
    api.child.kill('SIGTERM');
    expect(await api.ended).toBe(0);
    expect(api.out().trim().split('\n')).toEqual([`Kithline is at ${url}`]);
    for (const line of api.err().trim().split('\n')) expect(JSON.parse(line)).toMatchObject({ level: expect.any(Number) });
    expect(readdirSync(folder).filter((name) => name.endsWith('.snapshot'))).toHaveLength(1);
    expect(readdirSync(folder).filter((name) => name.endsWith('-wal'))).toEqual([]);
  });

  it('answers what has begun to arrive, and ends its streams', async () => {
    const api = start(join(root, 'two'));
    const url = await api.url;
    const stream = await fetch(`${url}/v1/events?disclosure=none`, { headers: { accept: 'text/event-stream' } });
    const body = JSON.stringify({ communityId: 'c-mill' });
    const answered = new Promise<number | undefined>((resolve, reject) => {
      const slow = request(`${url}/v1/members/p-cat/join`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'content-length': body.length },
      });
      slow.on('response', (answer) => resolve(answer.resume().statusCode)).on('error', reject);
      slow.write(body.slice(0, 5));
      setTimeout(() => api.child.kill('SIGTERM'), 200);
      setTimeout(() => slow.end(body.slice(5)), 600);
    });
    expect(await answered).toBe(201);
    expect(await stream.text()).toContain('event: projected');
    expect(await api.ended).toBe(0);
    const again = start(join(root, 'two'));
    expect((await join_(await again.url, 'p-cat')).status).toBe(200);
    again.child.kill('SIGINT');
    expect(await again.ended).toBe(0);
  });

  it('tells a sender in bulk who does not come to an end what is recorded', async () => {
    const api = start(join(root, 'six'));
    const url = await api.url;
    const event = (i: number) => ({
      ...{ specversion: '1.0', id: `e-${i}`, source: 'urn:x', type: 'org.kithline.MemberJoined.v1', time: '2026-03-02T10:00:00Z' },
      ...{ subject: `member/p-${i}`, data: { personId: `p-${i}`, communityId: 'c-mill' } },
    });
    const told = new Promise<string>((resolve, reject) => {
      const sender = request(`${url}/v1/events`, { method: 'POST', headers: { 'content-type': 'application/x-ndjson' } });
      sender.on('error', reject).on('response', (answer) => {
        let text = '';
        answer
          .on('data', (data) => (text += String(data)))
          .on('end', () => resolve(text))
          .on('error', reject);
      });
      let sent = 0;
      const sending = setInterval(() => sender.write(`${JSON.stringify(event(sent++))}\n`), 5);
      sender.on('close', () => clearInterval(sending));
      setTimeout(() => api.child.kill('SIGTERM'), 300);
    });
    const lines = (await told)
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
    expect(lines.at(-1)).toMatchObject({ outcome: 'failed', code: 'stopping', status: 503 });
    expect(await api.ended).toBe(0);
    const again = start(join(root, 'six'));
    expect(await (await fetch(`${await again.url}/health/ready`)).json()).toMatchObject({ head: lines.length - 1 });
    again.child.kill('SIGTERM');
    await again.ended;
  }, 30_000);

  it('refuses a folder that another process writes, and settings that do not go, a line each', async () => {
    const folder = join(root, 'three');
    const first = start(folder);
    await first.url;
    const second = start(folder);
    expect(await second.ended).toBe(1);
    expect(second.err()).toMatch(/^kithline-api: .* is being written by process \d+: wait until it is done, or stop it\n$/);
    first.child.kill('SIGTERM');
    await first.ended;
    const open = start(folder, { HOST: '0.0.0.0', LOG_LEVEL: 'loud' });
    expect(await open.ended).toBe(1);
    expect(open.err().trim().split('\n')).toEqual([
      expect.stringMatching(/^kithline-api: HOST is 0\.0\.0\.0: nobody signs in yet/),
      expect.stringMatching(/^kithline-api: LOG_LEVEL is loud/),
    ]);
    const half = start(undefined, { LOG: 'eventstoredb', NEO4J_PASSWORD: 'x' });
    expect(await half.ended).toBe(1);
    expect(half.err().trim().split('\n')).toEqual([
      'kithline-api: LOG is eventstoredb and GRAPH is memory: set LOG=eventstoredb with GRAPH=neo4j, or neither',
      'kithline-api: NEO4J_PASSWORD is set, but not GRAPH=neo4j: set both or neither',
    ]);
  });

  it('says which port is taken', async () => {
    const first = start(join(root, 'four'));
    const { port } = new URL(await first.url);
    const second = start(join(root, 'five'), { PORT: port });
    expect(await second.ended).toBe(1);
    expect(second.err()).toBe(
      `kithline-api: port ${port} of 127.0.0.1 is taken by another process: name another one with PORT, or 0 for any\n`,
    );
    first.child.kill('SIGTERM');
    await first.ended;
  });
});

describe('The web app', () => {
  /** Serves a folder with the built code, asks, and tells status, type, caching and the first words of each answer. */
  async function asked(folder: string): Promise<Readonly<Record<string, readonly string[]>>> {
    const script = `
      const { serveWeb } = await import(${JSON.stringify(new URL('../dist/web.js', import.meta.url).href)});
      const { fastify } = await import('fastify');
      const server = fastify();
      await serveWeb(server, ${JSON.stringify(folder)});
      const url = await server.listen({ port: 0, host: '127.0.0.1' });
      const told = {};
      for (const [path, accept] of [['/', 'text/html'], ['/assets/app-1a2b.js', '*/*'], ['/chain/p-1', 'text/html'], ['/v1/x', 'text/html'], ['/logo.png', 'image/png']]) {
        const answer = await fetch(url + path, { headers: { accept } });
        told[path] = [String(answer.status), answer.headers.get('cache-control'), (await answer.text()).slice(0, 30)];
      }
      console.log(JSON.stringify(told));
      await server.close();`;
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], { cwd: import.meta.dirname });
    return JSON.parse(stdout) as Readonly<Record<string, readonly string[]>>;
  }

  it('is served from its files: what has a hash in its name for ever, its page for every path of its own', async () => {
    const folder = join(root, 'web');
    mkdirSync(join(folder, 'assets'), { recursive: true });
    writeFileSync(join(folder, 'index.html'), '<!doctype html>');
    writeFileSync(join(folder, 'assets', 'app-1a2b.js'), 'export {};');
    expect(await asked(folder)).toEqual({
      '/': ['200', 'no-cache', '<!doctype html>'],
      '/assets/app-1a2b.js': ['200', 'public, max-age=31536000, immutable', 'export {};'],
      '/chain/p-1': ['200', 'no-cache', '<!doctype html>'],
      '/v1/x': ['404', null, expect.any(String)],
      '/logo.png': ['404', null, expect.any(String)],
    });
  });

  it('says so when it is not built', async () => {
    expect((await asked(join(root, 'nowhere')))['/']).toEqual(['200', null, 'The web app is not built: run ']);
  });
});
