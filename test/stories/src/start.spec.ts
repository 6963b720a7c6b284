import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { orchard } from '@kithline/examples';
import { aStory } from './command-line/story.ts';

const { folder, remove, run, write, json } = aStory();
afterAll(remove);

const loading = join(import.meta.dirname, '../../../infra/scripts/load-demo.mjs');

/** What `npm start` says before it serves a data folder. */
const started = (data: string): string => {
  const script = `import { loadDemo } from ${JSON.stringify(loading)}; loadDemo(['--data', ${JSON.stringify(data)}]);`;
  return spawnSync(process.execPath, ['--input-type=module', '-e', script], { cwd: folder, encoding: 'utf8' }).stderr;
};

describe('The start of a network', () => {
  it('records the demo where there is no log yet, and says nothing more of it', () => {
    expect(started('demo')).toMatch(/^Recording a made-up network in .*demo…\n$/);
    expect(started('demo')).toBe('');
  });

  it('says whose events it serves as soon as one of them is not made up', async () => {
    const [event] = orchard;
    write('real.ndjson', [{ ...event, id: 'real', source: 'urn:partner:mill' }]);
    await run('import', 'real.ndjson', '--data', 'demo');
    expect(started('demo')).toMatch(/^Not all of .*demo is made up \(urn:partner:mill\): .* as the public may see it.*\n$/s);
    expect(await json('status', '--quick', '--data', 'demo')).toMatchObject({ sources: { count: 4, others: ['urn:partner:mill'] } });
    expect((await run('status', '--quick', '--data', 'demo')).out).toMatch(
      /^sources {5}4, some of made-up people; others are urn:partner:mill$/m,
    );
  });
});
