import { execFile, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Served } from './http/served.ts';
import { aFolder } from './kithline.ts';
import { isAsShown, stepsOf, withOutputs, type Step } from './readme/console-blocks.ts';
import { withReferralMatrix } from './readme/referral-matrix.ts';

/**
 * Runs what the README shows, in order, in one folder that holds the files of docs/tour; from its first mention on a server serves the demo. With KITHLINE_README=update the outputs that have
 * changed are written into it instead; what had been left out with … has to be left out again by hand.
 */
const root = join(import.meta.dirname, '../../..');
const readme = join(root, 'README.md');
const page = readFileSync(readme, 'utf8');
const steps = stepsOf(page);
const { folder, remove } = aFolder();
const changed = new Map<Step, readonly string[]>();
const updating = process.env['KITHLINE_README'] === 'update';

/** Where the page says that the server is; here it is at a free port. */
const shown = 'localhost:3210';
let server: Served | undefined;

async function typed(line: string): Promise<readonly string[]> {
  if (!line.includes(shown)) return type(line);
  server ??= await Served.on(join(folder, 'kithline/demo'));
  return type(line.replaceAll(shown, new URL(server.address).host));
}

/** Runs a line in bash, where `kithline` is the built command line; what it prints, errors included, as a terminal would show it. */
const type = (line: string): Promise<readonly string[]> =>
  new Promise((resolve) => {
    const { KITHLINE_DATA: _folder, NODE_OPTIONS: _options, ...rest } = process.env;
    const env = { ...rest, NO_COLOR: '1', PATH: `${join(folder, 'bin')}:${process.env['PATH'] ?? ''}` };
    execFile('bash', ['-c', `{ ${line}\n} 2>&1`], { cwd: join(folder, 'kithline'), env }, (_, out) =>
      resolve(
        out.trimEnd() === ''
          ? []
          : out
              .trimEnd()
              .split('\n')
              .map((printed) => printed.trimEnd()),
      ),
    );
  });

beforeAll(() => {
  cpSync(join(root, 'docs/tour'), join(folder, 'kithline/docs/tour'), { recursive: true });
  mkdirSync(join(folder, 'bin'));
  const launcher = join(root, 'apps/cli/bin/kithline.mjs');
  writeFileSync(join(folder, 'bin/kithline'), `#!/bin/sh\nexec "${process.execPath}" "${launcher}" "$@"\n`, { mode: 0o755 });
});
afterAll(async () => {
  await server?.stop();
  if (updating) writeFileSync(readme, withReferralMatrix(withOutputs(page, changed)));
  remove();
});

describe('The README', () => {
  it('shows commands', () => expect(steps.length).toBeGreaterThan(5));

  it('has the table of who may set a referral’s status from the deciders', () => {
    if (!updating) expect(withReferralMatrix(page)).toBe(page);
  });

  for (const step of steps) {
    const { command, expected } = step;
    const lacks = command.startsWith('curl ') && spawnSync('curl', ['--version']).status !== 0;
    if (lacks) {
      it.skip('shows what the server answers (skipped: there is no curl)', () => undefined);
      continue;
    }
    it(`shows what is printed by ${command}`, async () => {
      const printed = await typed(command);
      if (isAsShown(printed, expected)) return;
      if (updating) changed.set(step, printed);
      else expect(printed).toEqual(expected);
    });
  }
});
