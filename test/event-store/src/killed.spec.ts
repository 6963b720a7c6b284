import { all, idsOf, touch } from '@kithline/log/testing';
import type { Recorded } from '@kithline/log';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ServerProcess } from './server/index.ts';
import { onAServer, until } from './testing/logs.ts';

const rounds = 4;

describe('A server of EventStoreDB that is killed while many write to it', () => {
  const given = onAServer();
  const folder = mkdtempSync(join(tmpdir(), 'kithline-killed-'));
  const server = new ServerProcess(join(folder, 'events.ndjson'));
  afterAll(async () => {
    await server.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  it('has every event that was answered once, and a follower sees each once', async () => {
    await server.start();
    const log = given.open(server.url);
    const abort = new AbortController();
    const seen: Recorded[] = [];
    const following = (async () => {
      for await (const page of log.follow(0, abort.signal)) seen.push(...page);
    })();
    const answered: string[] = [];
    let isOver = false;
    const write = async (person: string) => {
      for (let i = 0; !isOver; i++) {
        const { written } = await log.append(`member/${person}`, [touch(`${person}-${i}`, person)], i === 0 ? 'no-stream' : i - 1);
        if (written === 1) answered.push(`${person}-${i}`);
      }
    };
    const writing = Promise.all(Array.from({ length: 100 }, (_, i) => write(`p-${i}`)));
    for (let round = 0; round < rounds; round++) {
      const before = answered.length;
      await until(() => answered.length > before + 500);
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 50));
      await server.kill();
      await server.start();
    }
    isOver = true;
    await writing;
    await until(() => seen.length >= answered.length);
    abort.abort();
    await following;
    const stored = await all(log.readAll());
    expect(idsOf(stored).sort()).toEqual([...answered].sort());
    expect(seen).toEqual(stored);
  });
});
