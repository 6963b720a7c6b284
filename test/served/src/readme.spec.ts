import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { whatIsMissing } from '@kithline/infra/neo4j/installation.mjs';

/**
 * Follows "Running it for real" in the README: what stands in a block `sh terminal` runs on in a process of its own, the other blocks are run
 * to their end, in order. Only folder and ports are others, so that nobody's data are touched.
 */
const root = join(import.meta.dirname, '../../..');
const missing = whatIsMissing();

type Block = Readonly<{ runsOn: boolean; text: string }>;

/** The blocks without Docker. */
function blocks(): readonly Block[] {
  const page = readFileSync(join(root, 'README.md'), 'utf8');
  const section = page.slice(page.indexOf('\n## Running it for real'), page.indexOf('\n## Reference'));
  const found = [...section.slice(section.indexOf('\nWithout Docker')).matchAll(/^```sh( terminal)?\n(.*?)^```$/gms)];
  return found.map(([, terminal, text = '']) => ({ runsOn: terminal !== undefined, text }));
}

async function freePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await once(server.close(), 'close');
  return String(port);
}

const title = '“Running it for real” in the README';
if (missing) describe(title, () => it.skip(`works as it is written (skipped: ${missing})`, () => undefined));
else {
  describe(title, () => {
    const folder = mkdtempSync(join(tmpdir(), 'kithline-readme-'));
    const running: ChildProcess[] = [];
    afterAll(async () => {
      for (const child of running.reverse()) {
        if (child.exitCode !== null) continue;
        process.kill(-child.pid!, 'SIGTERM');
        await once(child, 'exit');
      }
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    });

    it('works as it is written', async () => {
      const ports = Object.fromEntries(await Promise.all(['7687', '2113', '3210', '3211'].map(async (port) => [port, await freePort()])));
      const started: Readonly<Record<string, readonly [options: string, port: string]>> = {
        neo4j: [`--data ${folder}/kithline-data/neo4j --port ${ports['7687']} --heap 512`, ''],
        'event-store': [`--port ${ports['2113']}`, ''],
        projector: ['', ports['3211']!],
        kithline: ['', ports['3210']!],
      };
      const adapted = ({ text, runsOn }: Block): string =>
        text
          .replaceAll(/127\.0\.0\.1:(\d{4})/g, (_, port: string) => `127.0.0.1:${ports[port]}`)
          .replaceAll(/npm run ([\w-]+)( -- .*)?/g, (_, verb: string, rest: string = '') => {
            const [options, port] = started[verb]!;
            const run = `node ${root}/infra/scripts/run.mjs ${verb} ${rest.replace(' -- ', '')} ${options}`;
            return runsOn && port !== '' ? `PORT=${port} ${run}` : run;
          });

      const environment = Object.fromEntries(
        Object.entries(process.env).filter(([name]) => !/^(npm_|KITHLINE|NODE_OPTIONS|LOG|GRAPH)/.test(name)),
      );
      for (const block of blocks()) {
        if (!block.runsOn) {
          await promisify(execFile)('bash', ['-e', '-c', adapted(block)], { cwd: folder, env: environment });
          continue;
        }
        const child = spawn('bash', ['-c', adapted(block)], {
          cwd: folder,
          env: environment,
          stdio: ['ignore', 'pipe', 'ignore'],
          detached: true,
        });
        running.push(child);
        const ended = once(child, 'exit').then(() => Promise.reject(new Error(`it ended: ${block.text}`)));
        ended.catch(() => undefined);
        await Promise.race([once(child.stdout, 'data'), ended]);
        child.stdout.resume();
      }
      expect(running).toHaveLength(4);
    });
  });
}
