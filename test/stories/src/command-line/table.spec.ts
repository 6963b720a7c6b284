import { writeFileSync } from 'node:fs';
import { jest } from '@jest/globals';
import { aStory } from './story.ts';

jest.setTimeout(60_000);
const { remove, file, asked, read, events } = aStory();
afterAll(remove);

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
    expect(read('orders.csv.rejects.ndjson')).toEqual([
      { line: 5, field: 'time', reason: 'is not a date in any of the formats of the mapping' },
    ]);
    expect((await events('table')).map(({ type, time }) => [type, time])).toEqual([
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
