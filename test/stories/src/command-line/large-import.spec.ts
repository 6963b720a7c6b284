import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { jest } from '@jest/globals';
import { generate, millbrook } from '@kithline/examples';
import type { TouchpointEvent } from '@kithline/touchpoints';
import { launcher } from '../kithline.ts';
import { aStory, lineOf } from './story.ts';

jest.setTimeout(120_000);
const { folder, remove, file, write, asked } = aStory();
afterAll(remove);

describe('A large import', () => {
  const count = 30_000;
  const many: TouchpointEvent[] = [];
  beforeAll(() => {
    for (const event of generate({ people: 1200, touchpoints: 12_000, from: '2025-01-01T00:00:00Z', to: '2026-01-01T00:00:00Z' })) {
      if (many.length < count) many.push(event);
    }
    write('large.ndjson', many);
  });

  /** An import under way, and its end. */
  const importing = (): { child: ReturnType<typeof spawn>; ended: Promise<unknown> } => {
    const child = spawn(process.execPath, [launcher, 'import', 'large.ndjson', '--data', 'large'], { cwd: folder, stdio: 'ignore' });
    return { child, ended: once(child, 'exit') };
  };
  const begun = async (): Promise<void> => {
    for (;;) {
      const { code, json } = await asked('status', '--quick', '--data', 'large');
      if (code === 0 && (json.head as { position: number }).position > 0) return;
    }
  };

  it('goes on where it was when it is killed or interrupted, and ends as if nothing had happened', async () => {
    const killed = importing();
    await begun();
    killed.child.kill('SIGKILL');
    await killed.ended;
    const interrupted = importing();
    await new Promise((resolve) => setTimeout(resolve, 500));
    interrupted.child.kill('SIGINT');
    await interrupted.ended;
    const { code, json } = await asked('import', 'large.ndjson', '--data', 'large');
    expect([code, Number(json.written) + Number(json.known), json.ended]).toEqual([0, count, count]);
    expect(await asked('verify', '--data', 'large')).toMatchObject({ code: 0, json: { whole: true, position: count } });
    expect((await asked('status', '--data', 'large')).json).toMatchObject({
      lag: 0,
      checkpoint: count,
      proof: { equal: true },
      parked: [],
    });
  });

  it('keeps others from writing while it goes on, and says who writes', async () => {
    const writing = spawn(process.execPath, [launcher, 'import', '-', '--data', 'busy'], {
      cwd: folder,
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    const { stdin } = writing;
    if (!stdin) throw new Error('the import has no standard input');
    stdin.write(many.slice(0, 10).map(lineOf).join(''));
    while (!existsSync(file('busy/log.sqlite'))) await new Promise((resolve) => setTimeout(resolve, 20));
    write('events.ndjson', millbrook);
    expect(await asked('import', 'events.ndjson', '--data', 'busy')).toMatchObject({
      code: 1,
      json: { code: 'log_locked', detail: expect.stringContaining(`is being written by process ${writing.pid}`) },
    });
    stdin.end();
    await once(writing, 'exit');
    expect(await asked('import', 'events.ndjson', '--data', 'busy')).toMatchObject({ code: 0 });
  });
});
