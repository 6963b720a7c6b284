import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { majorOf } from '@kithline/infra/neo4j/installation.mjs';
import { isNodeGood } from '@kithline/infra/scripts/environment.mjs';
import { isInstalled } from '@kithline/infra/scripts/install.mjs';
import { count, skippedTitles } from '@kithline/infra/scripts/results.mjs';

describe('The bootstrap', () => {
  it.each(['20.19.0', '20.20.2', '22.12.0', '24.0.0', '26.10.0'])('accepts Node.js %s', (version) => {
    expect(isNodeGood(version)).toBe(true);
  });

  it.each(['18.20.0', '20.18.3', '21.7.0', '22.11.0', '23.1.0'])('refuses Node.js %s', (version) => {
    expect(isNodeGood(version)).toBe(false);
  });

  const lock = {
    packages: {
      '': {},
      'node_modules/a': { version: '1.0.0', integrity: 'x' },
      'node_modules/for-macs': { version: '1.0.0', optional: true },
    },
  };
  it('takes what npm says it installed for installed, without the packages of other platforms', () => {
    expect(isInstalled(lock, { packages: { 'node_modules/a': { version: '1.0.0', integrity: 'x' } } })).toBe(true);
  });

  it.each([
    ['is missing', {}],
    ['has another version', { 'node_modules/a': { version: '0.9.0', integrity: 'x' } }],
    ['has other contents', { 'node_modules/a': { version: '1.0.0', integrity: 'y' } }],
  ])('installs again when a package %s', (_, packages) => {
    expect(isInstalled(lock, { packages })).toBe(false);
  });
});

describe('The Java that runs Neo4j', () => {
  it.each([
    ['openjdk version "17.0.15" 2025-04-15', 17],
    ['openjdk version "21" 2023-09-19 LTS', 21],
    ['java version "1.8.0_402"', 8],
    ['java: command not found', 0],
  ])('is known by what it prints: %s', (printed, major) => {
    expect(majorOf(printed)).toBe(major);
  });
});

function isRunning(pid: number | undefined): boolean {
  try {
    return process.kill(Number(pid), 0);
  } catch {
    return false;
  }
}

describe('A command started through npm', () => {
  const nx = import.meta.resolve('@kithline/infra/scripts/nx.mjs');
  const becoming = (program: string) =>
    spawnSync(process.execPath, ['--input-type=module', '-e', `import { become } from '${nx}'; become(['-e', "${program}"]);`]);

  it('ends with the exit code of the program', () => {
    expect(becoming('process.exit(7)').status).toBe(7);
  });

  it('ends by the signal that ended the program', () => {
    expect(becoming("process.kill(process.pid, 'SIGTERM'); setTimeout(() => {}, 10000)").signal).toBe('SIGTERM');
  });

  it('ends when npm is told to end, which reaches only the shell in between', async () => {
    const program = 'console.log(process.pid); setInterval(() => {}, 1000)';
    const script = `import { become } from '${nx}'; become(['-e', ${JSON.stringify(program)}]);`;
    const shell = spawn('sh', ['-c', '"$0" --input-type=module -e "$1"; exit', process.execPath, script], {
      env: { ...process.env, npm_lifecycle_event: 'start' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [pid] = (await once(shell.stdout, 'data')).map(Number);
    shell.kill('SIGTERM');
    for (let i = 0; i < 50 && isRunning(pid); i++) await wait(100);
    const stayed = isRunning(pid);
    if (stayed) process.kill(Number(pid), 'SIGKILL');
    expect(stayed).toBe(false);
  }, 15_000);

  it('adds nothing to what the program prints', () => {
    expect(becoming('console.log(1)').stdout.toString()).toBe('1\n');
  });
});

describe('The closing line', () => {
  const results = (passed: number, failed: number, skipped: number) => ({
    numPassedTests: passed,
    numFailedTests: failed,
    numPendingTests: skipped,
    numTodoTests: 0,
    numRuntimeErrorTestSuites: 0,
    testResults: [
      {
        assertionResults: [
          { status: 'passed', fullName: 'A counts' },
          { status: 'pending', fullName: 'B (skipped: no network)' },
        ],
      },
    ],
  });

  it('adds up all projects', () => {
    expect(count([results(1, 2, 3), results(10, 20, 30)])).toEqual({ passed: 11, failed: 22, skipped: 33 });
  });

  it('counts a suite that could not be loaded as a failure', () => {
    expect(count([{ ...results(5, 0, 0), numRuntimeErrorTestSuites: 1 }]).failed).toBe(1);
  });

  it('comes after the titles of what was skipped, with their reasons', () => {
    expect(skippedTitles([results(1, 0, 1)])).toEqual(['B (skipped: no network)']);
  });
});
