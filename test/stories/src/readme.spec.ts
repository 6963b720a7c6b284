import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { aFolder } from './kithline.ts';
import { isAsShown, stepsOf, withOutputs, type Step } from './readme/console-blocks.ts';
import { withReferralMatrix } from './readme/referral-matrix.ts';

/**
 * Runs what the README shows, in order, in one folder that holds the files of docs/tour. With KITHLINE_README=update the outputs that have
 * changed are written into it instead; what had been left out with … has to be left out again by hand.
 */
const root = join(import.meta.dirname, '../../..');
const readme = join(root, 'README.md');
const page = readFileSync(readme, 'utf8');
const steps = stepsOf(page);
const { folder, remove } = aFolder();
const changed = new Map<Step, readonly string[]>();
const updating = process.env['KITHLINE_README'] === 'update';

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
afterAll(() => {
  if (updating) writeFileSync(readme, withReferralMatrix(withOutputs(page, changed)));
  remove();
});

describe('The README', () => {
  it('shows commands', () => expect(steps.length).toBeGreaterThan(5));

  it('has the table of who may set a referral’s status from the deciders', () => {
    if (!updating) expect(withReferralMatrix(page)).toBe(page);
  });

  it.each(steps.map((step) => [step.command, step] as const))('shows what is printed by %s', async (command, step) => {
    const printed = await type(command);
    if (isAsShown(printed, step.expected)) return;
    if (updating) changed.set(step, printed);
    else expect(printed).toEqual(step.expected);
  });
});
