import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { quayside } from '@kithline/examples';
import { aFolder, kithline } from '../kithline.ts';
import { Served } from './served.ts';

type Report = Readonly<{ written: number; known: number; rejected: number; declared: number; began: number; ended: number }>;

const lines = quayside.map((event) => `${JSON.stringify({ ...event, source: 'urn:elsewhere' })}\n`);
const bad = ['no json\n', ...lines, `${JSON.stringify({ ...quayside[1], source: 'urn:elsewhere', time: '2020-01-01T00:00:00Z' })}\n`];
const mapping = {
  source: 'urn:table',
  timeZone: 'UTC',
  events: [
    {
      type: 'TouchpointRecorded',
      id: 't-{person}',
      time: { column: 'day' },
      data: { touchpointId: 't-{person}', personId: { column: 'person' }, communityId: 'west', kind: 'workshop' },
    },
  ],
};

describe('An import into a log that a server writes', () => {
  let place: ReturnType<typeof aFolder>;
  let server: Served | undefined;
  beforeEach(() => void (place = aFolder()));
  afterEach(async () => {
    await server?.stop();
    place.remove();
  });

  const run = (...args: readonly string[]) => kithline(args, { cwd: place.folder });
  const write = (name: string, text: string): void => writeFileSync(join(place.folder, name), text);
  const rejects = (): string => readFileSync(join(place.folder, 'events.ndjson.rejects.ndjson'), 'utf8');

  it('says the same, lists the same rejects and ends alike', async () => {
    write('events.ndjson', bad.join(''));
    const args = ['import', 'events.ndjson', '--json', '--consent-basis', 'asked at the door'];
    const alone = await run(...args, '--data', 'alone');
    const listed = rejects();
    server = await Served.on(join(place.folder, 'served'));
    const handed = await run(...args, '--data', 'served');
    expect(handed).toEqual(alone);
    expect(handed.code).toBe(3);
    expect(JSON.parse(handed.out)).toMatchObject({ written: lines.length, declared: 1, rejected: 2, began: 0, ended: lines.length + 1 });
    expect(rejects()).toBe(listed);
    const again = JSON.parse((await run(...args, '--data', 'served')).out) as Report;
    expect(again).toMatchObject({ written: 0, known: lines.length, declared: 0 });
  });

  it('imports nothing when it is strict and a line is bad', async () => {
    write('events.ndjson', bad.join(''));
    server = await Served.on(join(place.folder, 'served'));
    const { code, out } = await run('import', 'events.ndjson', '--json', '--strict', '--data', 'served');
    expect([code, JSON.parse(out)]).toEqual([3, expect.objectContaining({ written: 0, rejected: 2, ended: 0 })]);
  });

  it('takes tables as well', async () => {
    write('visits.csv', 'person,day\nana,2026-03-02\nben,2026-03-03\n');
    write('visits.json', JSON.stringify(mapping));
    server = await Served.on(join(place.folder, 'served'));
    const { code, out } = await run('import', 'visits.csv', '--mapping', 'visits.json', '--json', '--data', 'served');
    expect([code, JSON.parse(out)]).toEqual([0, expect.objectContaining({ written: 2, rejected: 0, ended: 2 })]);
  });

  it('goes its own way when the server is gone, and the address it left is out of date', async () => {
    write('events.ndjson', lines.join(''));
    server = await Served.on(join(place.folder, 'served'));
    expect(existsSync(join(place.folder, 'served/server.json'))).toBe(true);
    await server.stop('SIGKILL');
    expect(existsSync(join(place.folder, 'served/server.json'))).toBe(true);
    expect(JSON.parse((await run('import', 'events.ndjson', '--json', '--data', 'served')).out)).toMatchObject({ written: lines.length });
    server = await Served.on(join(place.folder, 'served'));
    await server.stop();
    expect(existsSync(join(place.folder, 'served/server.json'))).toBe(false);
  });
});
