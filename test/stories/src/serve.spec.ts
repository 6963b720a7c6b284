import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { aFolder, kithline, launcher } from './kithline.ts';

const { folder, remove } = aFolder();
afterAll(remove);

describe('The command that serves', () => {
  it('starts the server of a data folder, and ends with it', async () => {
    const serving = spawn(process.execPath, [launcher, 'serve', '--data', 'town', '--port', '0'], {
      cwd: folder,
      env: { ...process.env, LOG_LEVEL: 'silent' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [said] = (await once(serving.stdout, 'data')) as [Buffer];
    const [address = ''] = /http:\/\/[\d.:]+/.exec(said.toString()) ?? [];
    expect(await (await fetch(`${address}/health/ready`)).json()).toMatchObject({ status: 'ready', head: 0 });
    serving.kill('SIGTERM');
    expect(await once(serving, 'exit')).toEqual([0, null]);
    await expect(fetch(address)).rejects.toThrow('fetch failed');
  }, 20_000);

  it('ends with what the server finds wrong', async () => {
    const { code, err } = await kithline(['serve', '--port', 'soon'], { cwd: folder });
    expect([code, err]).toEqual([1, expect.stringContaining('PORT is soon')]);
  });
});
