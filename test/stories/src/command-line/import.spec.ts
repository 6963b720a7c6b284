import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { jest } from '@jest/globals';
import { eventsIn } from '@kithline/examples';
import { kithline } from '../kithline.ts';
import { aStory, lineOf } from './story.ts';

jest.setTimeout(60_000);
const { folder, remove, file, write, asked, read, events } = aStory();
afterAll(remove);

const west = eventsIn('west');
const three = [west('2026-01-01').founded('West'), west('2026-01-02').joined('ana'), west('2026-01-03').joined('ben')] as const;

describe('An import', () => {
  beforeEach(() => rmSync(file('data'), { recursive: true, force: true }));

  it('writes what is new, knows what is there, and says where the log began and ended', async () => {
    write('events.ndjson', three);
    const first = await asked('import', 'events.ndjson', '--data', 'data');
    expect(first).toMatchObject({ code: 0, json: { began: 0, ended: 3, written: 3, known: 0, rejected: 0, rejects: null } });
    const again = await asked('import', 'events.ndjson', '--data', 'data');
    expect(again).toMatchObject({ code: 0, json: { began: 3, ended: 3, written: 0, known: 3 } });
  });

  it('reads standard input, and the folder that KITHLINE_DATA or its default names', async () => {
    const { code, out } = await kithline(['import', '-'], { cwd: folder, input: three.map(lineOf).join('') });
    expect([code, out]).toEqual([0, '-: 3 events recorded, 0 known before; the log went from position 0 to 3.\n']);
    expect(existsSync(file('kithline-data/log.sqlite'))).toBe(true);
  });

  it('lists bad lines with number, field and reason, records the rest, and ends with 3', async () => {
    const [founded, ana, ben] = three;
    const wrong = { ...ana, id: 'x', data: { ...ana.data, nickname: 'Annie', personId: 7 } };
    writeFileSync(
      file('bad.ndjson'),
      `${lineOf(founded)}{"half": \n\n${lineOf(wrong)}${lineOf(ben)}${lineOf({ ...ben, time: '2026-01-09T00:00:00Z' })}`,
    );
    expect(await asked('import', 'bad.ndjson', '--data', 'data')).toMatchObject({
      code: 3,
      json: { written: 2, rejected: 3, rejects: 'bad.ndjson.rejects.ndjson' },
    });
    expect(read('bad.ndjson.rejects.ndjson')).toMatchObject([
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
    write('reused.ndjson', [...three, { ...three[1], time: '2026-02-02T00:00:00Z' }]);
    const { code, json } = await asked('import', 'reused.ndjson', '--strict', '--data', 'data', '--rejects', file('list.ndjson'));
    expect([code, json]).toMatchObject([3, { written: 0, rejected: 1, ended: 0, rejects: file('list.ndjson') }]);
    expect(read('list.ndjson')).toMatchObject([{ line: 4, field: 'id' }]);
    write('good.ndjson', [...three, three[0]]);
    expect(await asked('import', 'good.ndjson', '--strict', '--data', 'data')).toMatchObject({ code: 0, json: { written: 3, known: 1 } });
  });

  it('declares a stated basis once for each source, directly before its first event, and anew after it was revoked', async () => {
    const east = eventsIn('east', 'urn:east');
    const two = [...three, east('2026-01-05').joined('eve'), east('2026-01-06').joined('eli')];
    write('two.ndjson', two);
    const basis = ['--consent-basis', 'consented on paper', '--data', 'data'];
    expect((await asked('import', 'two.ndjson', ...basis)).json).toMatchObject({ declared: 2, written: 5, ended: 7 });
    const declared = {
      source: 'urn:kithline:operator',
      data: { statement: 'consented on paper', purposes: ['follow_up', 'outcome_stats', 'name_in_chain'] },
    };
    const rows = await events('data');
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
    expect((await events('data')).slice(7).map(({ client_id }) => client_id)).toEqual([`${basisId}.1`, `${basisId}.2`]);
  });

  it('refuses basis events that do not come from the operator', async () => {
    write('events.ndjson', three);
    await asked('import', 'events.ndjson', '--consent-basis', 'words', '--data', 'other');
    await asked('export', 'all.ndjson', '--data', 'other');
    expect(await asked('import', 'all.ndjson', '--data', 'data')).toMatchObject({ code: 3, json: { written: 3, rejected: 1 } });
    expect(read('all.ndjson.rejects.ndjson')).toMatchObject([{ line: 1, field: 'type' }]);
  });

  it('is refused before anything happens when its command line is wrong', async () => {
    expect(await asked('import', 'nowhere.ndjson', '--data', 'data')).toMatchObject({
      code: 2,
      json: { status: 404, code: 'no_such_file' },
    });
    expect(await asked('import', '.', '--data', 'data')).toMatchObject({
      code: 2,
      json: { detail: expect.stringContaining('is not a file') },
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
