import { jest } from '@jest/globals';
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { orchard } from '@kithline/examples';
import { launcher } from '../kithline.ts';
import { aStory } from './story.ts';

jest.setTimeout(60_000);
const { folder, remove, file, run, json } = aStory();
const lines = (name: string): string[] => readFileSync(file(name), 'utf8').trimEnd().split('\n');

beforeAll(async () => {
  writeFileSync(file('orchard.ndjson'), orchard.map((event) => `${JSON.stringify(event)}\n`).join(''));
  await run('import', 'orchard.ndjson', '--consent-basis', 'grown for the examples');
  await run('export', 'export.ndjson');
});
afterAll(remove);

describe('An export', () => {
  it('has every event with when it was recorded and its hash, and is the same on standard output', async () => {
    const [first, ...others] = lines('export.ndjson').map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(others).toHaveLength(orchard.length);
    expect(first).toMatchObject({
      type: 'org.kithline.ConsentBasisDeclared.v1',
      source: 'urn:kithline:operator',
      recordedat: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect((await run('export')).out).toBe(readFileSync(file('export.ndjson'), 'utf8'));
  });

  it('restores to a log that exports the same bytes and answers the same', async () => {
    const { code, out } = await run('import', 'export.ndjson', '--restore', '--data', 'restored');
    const { head } = await json('status', '--quick');
    expect(code).toBe(0);
    expect(out).toContain((head as { hash: string }).hash);
    expect((await run('export', '--data', 'restored')).out).toBe(readFileSync(file('export.ndjson'), 'utf8'));
    expect(await json('retention', '--data', 'restored')).toEqual(await json('retention'));
  });

  it('is restored into an empty log only', async () => {
    expect(await run('import', 'export.ndjson', '--restore')).toMatchObject({
      code: 2,
      err: expect.stringContaining('restore into an empty log'),
    });
  });

  it.each([
    ['a line left out', (all: string[]) => all.toSpliced(2, 1)],
    ['a line changed', (all: string[]) => all.with(1, all[1]?.replace(/"time":"\d{4}/, '"time":"1999') ?? '')],
    ['two lines changed over', (all: string[]) => all.with(1, all[2] ?? '').with(2, all[1] ?? '')],
    ['a line cut short', (all: string[]) => all.with(-1, all.at(-1)?.slice(0, 50) ?? '')],
    ['a hash missing', (all: string[]) => all.with(1, all[1]?.replace(/,"hash":.*\}/, '}') ?? '')],
  ])('with %s restores nothing at all', async (_, change) => {
    writeFileSync(file('changed.ndjson'), `${change(lines('export.ndjson')).join('\n')}\n`);
    expect((await run('import', 'changed.ndjson', '--restore', '--data', 'changed')).code).toBe(2);
    expect(await json('status', '--quick', '--data', 'changed')).toMatchObject({ head: { position: 0 } });
  });

  it.each([
    ['nowhere/export.ndjson', 'kithline: there is no folder nowhere\n'],
    ['.', 'kithline: . is a folder: name a file in it\n'],
    ['orchard.ndjson/export.ndjson', 'kithline: there is no folder orchard.ndjson\n'],
  ])('is not begun where no file can be, such as %s', async (place, err) =>
    expect(await run('export', place)).toMatchObject({ code: 2, err }),
  );

  it('ends in silence when nobody reads on', async () => {
    const exporting = spawn(process.execPath, [launcher, 'export'], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
    let complaints = '';
    exporting.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
    exporting.stdout.destroy();
    const code = await new Promise((resolve) => exporting.once('close', resolve));
    expect([code, complaints]).toEqual([0, '']);
  });
});

describe('A backup', () => {
  it('is a log of its own, and overwrites nothing', async () => {
    expect((await run('backup', 'backup.sqlite')).code).toBe(0);
    expect(await run('backup', 'backup.sqlite')).toMatchObject({ code: 2, err: expect.stringContaining('overwrites nothing') });
    expect(readFileSync(file('backup.sqlite')).subarray(0, 15).toString()).toBe('SQLite format 3');
  });
});

describe('A log that was changed from outside', () => {
  it('is found by verify, with the position', async () => {
    await run('import', 'orchard.ndjson', '--data', 'tampered');
    const path = file('tampered/log.sqlite');
    const bytes = readFileSync(path);
    // SQLite leaves copies of rows in the slack of its pages: change them all
    for (let at = bytes.indexOf(String(orchard[3]?.time)); at >= 0; at = bytes.indexOf(String(orchard[3]?.time), at))
      bytes.write('1999', at);
    writeFileSync(path, bytes);
    expect(await run('verify', '--data', 'tampered', '--json')).toMatchObject({ code: 1, err: expect.stringContaining('log_changed') });
    expect(await json('verify')).toMatchObject({ whole: true, position: orchard.length + 1 });
  });
});

describe('The graph', () => {
  it('is proved equal to the one rebuilt from the log, and can be built anew', async () => {
    expect(await json('rebuild', '--verify')).toMatchObject({ equal: true, position: orchard.length + 1 });
    const { fingerprint } = await json('rebuild');
    expect(await json('rebuild', '--verify')).toMatchObject({ fingerprint });
  });

  it('counts by rule what imported facts break', async () => {
    const session = { ...orchard[0], type: 'org.kithline.SessionAttended.v1', id: 'early', subject: 'referral/never-made' };
    const data = { referralId: 'never-made', sessionId: 's-1', kind: 'treatment' };
    writeFileSync(file('early.ndjson'), JSON.stringify({ ...session, data }));
    await run('import', 'early.ndjson', '--data', 'early');
    const { breaches, proof } = await json('status', '--data', 'early');
    expect(Object.values(breaches as object)).toEqual([1]);
    expect(proof).toMatchObject({ equal: true });
  });
});
