import { appendFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { FileWatch } from './file-watch.ts';
import { inFolder } from './testing/folder.ts';

describe('Watching the file of a log', () => {
  const folder = inFolder();
  const path = () => folder.file('log.sqlite');
  const forever = new AbortController().signal;
  let watch: FileWatch;
  beforeEach(() => {
    watch = new FileWatch(path());
  });
  afterEach(() => watch.close());

  /** How often it was worth looking within so many milliseconds. */
  async function looks(milliseconds: number): Promise<number> {
    const end = AbortSignal.timeout(milliseconds);
    let count = 0;
    for (; !end.aborted; count++) await watch.pause(end);
    return count;
  }

  it('looks ever more rarely while nothing happens', async () => {
    expect(await looks(700)).toBeLessThan(12);
    expect(await looks(1_500)).toBeLessThan(5);
  });

  it('notices at once when the write-ahead log is touched', async () => {
    await looks(1_500);
    const asked = performance.now();
    setTimeout(() => appendFileSync(`${path()}-wal`, 'x'), 20);
    await watch.pause(forever);
    expect(performance.now() - asked).toBeLessThan(400);
  });

  it('cares for no other file', async () => {
    await looks(1_500);
    setTimeout(() => appendFileSync(folder.file('other'), 'x'), 20);
    const asked = performance.now();
    await watch.pause(forever);
    expect(performance.now() - asked).toBeGreaterThan(400);
  });

  it('looks a few hundred times a second at most, however much is written', async () => {
    const writing = setInterval(() => appendFileSync(`${path()}-wal`, 'x'), 0);
    const count = await looks(500);
    clearInterval(writing);
    expect(count).toBeLessThan(220);
  });

  it('looks now and then where nothing can be watched', async () => {
    rmSync(dirname(path()), { recursive: true });
    expect(await looks(300)).toBeGreaterThan(2);
    expect(await looks(300)).toBeLessThan(12);
  });
});
