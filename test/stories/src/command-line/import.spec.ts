import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventsIn, generate, millbrook } from '@kithline/examples';
import type { TouchpointEvent } from '@kithline/touchpoints';
import { aFolder, kithline, launcher } from '../kithline.ts';

const { folder, remove } = aFolder();
const file = (name: string): string => join(folder, name);
const lineOf = (event: object): string => `${JSON.stringify(event)}\n`;
const write = (name: string, events: readonly object[]): void => writeFileSync(file(name), events.map(lineOf).join(''));
const asked = async (...args: string[]): Promise<{ code: number; json: Record<string, unknown> }> => {
  const { code, out, err } = await kithline([...args, '--json'], { cwd: folder });
  return { code, json: JSON.parse(out || err) as Record<string, unknown> };
};
const rejects = (name: string): unknown[] =>
  readFileSync(file(name), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
const rowsOf = async (data: string): Promise<Record<string, unknown>[]> =>
  (await asked('events', '--disclosure', 'none', '--data', data)).json.rows as Record<string, unknown>[];

const west = eventsIn('west');
const events = [west('2026-01-01').founded('West'), west('2026-01-02').joined('ana'), west('2026-01-03').joined('ben')] as const;

afterAll(remove);

describe('An import', () => {
  beforeEach(() => rmSync(file('data'), { recursive: true, force: true }));

  it('writes what is new, knows what is there, and says where the log began and ended', async () => {
    write('events.ndjson', events);
    const first = await asked('import', 'events.ndjson', '--data', 'data');
    expect(first).toMatchObject({ code: 0, json: { began: 0, ended: 3, written: 3, known: 0, rejected: 0, rejects: null } });
    const again = await asked('import', 'events.ndjson', '--data', 'data');
    expect(again).toMatchObject({ code: 0, json: { began: 3, ended: 3, written: 0, known: 3 } });
  });

  it('reads standard input, and the folder that KITHLINE_DATA or its default names', async () => {
    const { code, out } = await kithline(['import', '-'], { cwd: folder, input: events.map(lineOf).join('') });
    expect([code, out]).toEqual([0, '-: 3 events recorded, 0 known before; the log went from position 0 to 3.\n']);
    expect(existsSync(file('kithline-data/log.sqlite'))).toBe(true);
  });

  it('lists bad lines with number, field and reason, records the rest, and ends with 3', async () => {
    const [founded, ana, ben] = events;
    const wrong = { ...ana, id: 'x', data: { ...ana.data, nickname: 'Annie', personId: 7 } };
    writeFileSync(
      file('bad.ndjson'),
      `${lineOf(founded)}{"half": \n\n${lineOf(wrong)}${lineOf(ben)}${lineOf({ ...ben, time: '2026-01-09T00:00:00Z' })}`,
    );
    expect(await asked('import', 'bad.ndjson', '--data', 'data')).toMatchObject({
      code: 3,
      json: { written: 2, rejected: 3, rejects: 'bad.ndjson.rejects.ndjson' },
    });
    expect(rejects('bad.ndjson.rejects.ndjson')).toMatchObject([
      { line: 2, field: null, reason: 'is not JSON' },
      {
        line: 4,
        errors: expect.arrayContaining([
          expect.objectContaining({ field: 'data.nickname' }),
          expect.objectContaining({ field: 'data.personId' }),
        ]),
      },
      { line: 6, field: 'id', reason: expect.stringContaining('already recorded with another body') },
    ]);
    expect(readFileSync(file('bad.ndjson.rejects.ndjson'), 'utf8')).not.toContain('Annie');
  });

  it('records nothing with --strict when any line is bad, wherever it stands', async () => {
    write('reused.ndjson', [...events, { ...events[1], time: '2026-02-02T00:00:00Z' }]);
    const { code, json } = await asked('import', 'reused.ndjson', '--strict', '--data', 'data', '--rejects', file('list.ndjson'));
    expect([code, json]).toMatchObject([3, { written: 0, rejected: 1, ended: 0, rejects: file('list.ndjson') }]);
    expect(rejects('list.ndjson')).toMatchObject([{ line: 4, field: 'id' }]);
    write('good.ndjson', [...events, events[0]]);
    expect(await asked('import', 'good.ndjson', '--strict', '--data', 'data')).toMatchObject({ code: 0, json: { written: 3, known: 1 } });
  });

  it('declares a stated basis once for each source, directly before its first event, and anew after it was revoked', async () => {
    const east = eventsIn('east', 'urn:east');
    const two = [...events, east('2026-01-05').joined('eve'), east('2026-01-06').joined('eli')];
    write('two.ndjson', two);
    const basis = ['--consent-basis', 'consented on paper', '--data', 'data'];
    expect((await asked('import', 'two.ndjson', ...basis)).json).toMatchObject({ declared: 2, written: 5, ended: 7 });
    const declared = {
      source: 'urn:kithline:operator',
      data: { statement: 'consented on paper', purposes: ['follow_up', 'outcome_stats', 'name_in_chain'] },
    };
    const rows = await rowsOf('data');
    expect(rows.map(({ type }) => type)).toEqual([
      'ConsentBasisDeclared',
      'CommunityFounded',
      'MemberJoined',
      'MemberJoined',
      'ConsentBasisDeclared',
      'MemberJoined',
      'MemberJoined',
    ]);
    expect([rows[0], rows[4]]).toMatchObject([declared, { ...declared, data: { source: 'urn:east' } }]);
    expect((await asked('import', 'two.ndjson', ...basis)).json).toMatchObject({ declared: 0, written: 0 });
    const { basisId } = rows[4]?.data as { basisId: string };
    await asked('consent-basis', 'revoke', '--id', basisId, '--data', 'data');
    expect((await asked('import', 'two.ndjson', ...basis)).json).toMatchObject({ declared: 1, written: 0 });
    expect((await rowsOf('data')).slice(7).map(({ client_id }) => client_id)).toEqual([`${basisId}.1`, `${basisId}.2`]);
  });

  it('refuses basis events that do not come from the operator', async () => {
    write('events.ndjson', events);
    await asked('import', 'events.ndjson', '--consent-basis', 'words', '--data', 'other');
    await asked('export', 'all.ndjson', '--data', 'other');
    expect(await asked('import', 'all.ndjson', '--data', 'data')).toMatchObject({ code: 3, json: { written: 3, rejected: 1 } });
    expect(rejects('all.ndjson.rejects.ndjson')).toMatchObject([{ line: 1, field: 'type' }]);
  });

  it('is refused before anything happens when its command line is wrong', async () => {
    expect(await asked('import', 'nowhere.ndjson', '--data', 'data')).toMatchObject({
      code: 2,
      json: { status: 404, code: 'no_such_file' },
    });
    writeFileSync(file('table.csv'), 'a,b\n1,2\n');
    expect(await asked('import', 'table.csv', '--data', 'data')).toMatchObject({ code: 2, json: { errors: [{ field: 'mapping' }] } });
    const purposes = await asked('import', 'events.ndjson', '--consent-basis', 'x', '--purposes', 'fun', '--data', 'data');
    expect(purposes).toMatchObject({
      code: 2,
      json: { errors: [{ field: 'purposes', message: expect.stringContaining('"fun" is not a purpose') }] },
    });
    expect(existsSync(file('data'))).toBe(false);
  });
});

describe('A table', () => {
  const mapping = {
    source: 'urn:shop',
    consentBasis: 'agreed at the till',
    timeZone: 'Europe/Berlin',
    events: [
      {
        type: 'MemberJoined',
        when: { column: 'first', equals: 'yes' },
        time: '{date}',
        data: { personId: 'u-{user}', communityId: 'shop' },
      },
      {
        type: 'TouchpointRecorded',
        time: { column: 'date', at: '12:00' },
        data: { touchpointId: 'o-{order}', personId: 'u-{user}', communityId: 'shop', kind: 'purchase' },
      },
    ],
  };

  it('becomes events by its mapping; a row printed twice is one event, a bad row makes none', async () => {
    writeFileSync(file('orders.json'), JSON.stringify(mapping));
    writeFileSync(file('orders.csv'), 'order,user,date,first\n1,7,2026-03-02,yes\n2,7,2026-03-09,no\n2,7,2026-03-09,no\n3,8,soon,yes\n');
    expect(await asked('import', 'orders.csv', '--mapping', 'orders.json', '--data', 'table')).toMatchObject({
      code: 3,
      json: { written: 3, known: 1, rejected: 1, declared: 1 },
    });
    expect(rejects('orders.csv.rejects.ndjson')).toEqual([
      { line: 5, field: 'time', reason: 'is not a date in any of the formats of the mapping' },
    ]);
    expect((await rowsOf('table')).map(({ type, time }) => [type, time])).toEqual([
      ['ConsentBasisDeclared', expect.anything()],
      ['MemberJoined', '2026-03-01T23:00:00Z'],
      ['TouchpointRecorded', '2026-03-02T11:00:00Z'],
      ['TouchpointRecorded', '2026-03-09T11:00:00Z'],
    ]);
  });

  it('is not read by a mapping that does not fit it', async () => {
    writeFileSync(file('misfit.json'), JSON.stringify({ ...mapping, events: [{ ...mapping.events[0], time: '{day}' }] }));
    const { code, json } = await asked('import', 'orders.csv', '--mapping', 'misfit.json', '--data', 'misfit');
    const message = 'the table has no column "day"; it has order, user, date, first';
    expect([code, json]).toMatchObject([2, { code: 'invalid_mapping', errors: [{ field: 'events[0].time', message }] }]);
  });
});

describe('A large import', () => {
  const count = 30_000;
  const many: TouchpointEvent[] = [];
  beforeAll(() => {
    for (const event of generate({ people: 1200, touchpoints: 12_000, from: '2025-01-01T00:00:00Z', to: '2026-01-01T00:00:00Z' })) {
      if (many.length < count) many.push(event);
    }
    write('large.ndjson', many);
  });

  const importing = (...args: string[]): ReturnType<typeof spawn> =>
    spawn(process.execPath, [launcher, 'import', 'large.ndjson', '--data', 'large', ...args], { cwd: folder, stdio: 'ignore' });
  const begun = async (): Promise<void> => {
    for (;;) {
      const { code, json } = await asked('status', '--quick', '--data', 'large');
      if (code === 0 && (json.head as { position: number }).position > 0) return;
    }
  };

  it('goes on where it was when it is killed or interrupted, and ends as if nothing had happened', async () => {
    const killed = importing();
    await begun();
    killed.kill('SIGKILL');
    await new Promise((resolve) => killed.once('exit', resolve));
    const interrupted = importing();
    interrupted.kill('SIGINT');
    await new Promise((resolve) => interrupted.once('exit', resolve));
    const { code, json } = await asked('import', 'large.ndjson', '--data', 'large');
    expect([code, Number(json.written) + Number(json.known), json.ended]).toEqual([0, count, count]);
    expect(await asked('verify', '--data', 'large')).toMatchObject({ code: 0, json: { whole: true, position: count } });
    expect((await asked('status', '--data', 'large')).json).toMatchObject({
      lag: 0,
      checkpoint: count,
      proof: { equal: true },
      parked: [],
    });
  }, 120_000);

  it('keeps others from writing while it goes on, and says who writes', async () => {
    const writing = spawn(process.execPath, [launcher, 'import', '-', '--data', 'busy'], {
      cwd: folder,
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    const { stdin } = writing;
    if (!stdin) throw new Error('the import has no standard input');
    stdin.write(many.slice(0, 10).map(lineOf).join(''));
    while (!existsSync(file('busy/log.sqlite'))) await new Promise((resolve) => setTimeout(resolve, 20));
    write('events.ndjson', millbrook);
    expect(await asked('import', 'events.ndjson', '--data', 'busy')).toMatchObject({
      code: 1,
      json: { code: 'log_locked', detail: expect.stringContaining(`is being written by process ${writing.pid}`) },
    });
    stdin.end();
    await new Promise((resolve) => writing.once('exit', resolve));
    expect(await asked('import', 'events.ndjson', '--data', 'busy')).toMatchObject({ code: 0 });
  }, 60_000);
});
