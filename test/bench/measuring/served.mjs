/** A server in a process of its own, at a free port, and what it holds in memory. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @param {string} script that prints its address @param {...string} args */
export async function served(script, ...args) {
  const env = { ...process.env, PORT: '0', LOG_LEVEL: 'info' };
  const server = spawn(process.execPath, [join(import.meta.dirname, script), ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  // Its log is read and let go, as where nobody keeps it.
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (text) => (said = said.length < 10_000 ? said + text : said));
  while (!/http:\/\/[\d.]+:\d+/.test(said)) {
    if (server.exitCode !== null) throw new Error(`${script} ended: ${said}`);
    await Promise.race([once(server.stdout, 'data'), once(server, 'exit')]);
  }
  const kilobytes = (name) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1]);
  return {
    address: /http:\/\/[\d.]+:\d+/.exec(said)[0],
    memory: () => ({ now: kilobytes('VmRSS') * 1024, peak: kilobytes('VmHWM') * 1024 }),
    stop: async () => {
      server.kill();
      if (server.exitCode === null) await once(server, 'exit');
    },
  };
}
