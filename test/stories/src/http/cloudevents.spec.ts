import { CloudEvent, HTTP } from 'cloudevents';
import { aFolder } from '../kithline.ts';
import { Served } from './served.ts';

const { folder, remove } = aFolder();
let served: Served;
beforeAll(async () => {
  served = await Served.on(folder);
});
afterAll(async () => {
  await served.stop();
  remove();
});

const touchpoint = (id: string): CloudEvent<unknown> =>
  new CloudEvent({
    id,
    source: 'urn:example:desk',
    type: 'org.kithline.TouchpointRecorded.v1',
    subject: 'member/ada',
    time: '2026-02-02T10:00:00Z',
    community: 'harbour',
    data: { touchpointId: id, personId: 'ada', communityId: 'harbour', kind: 'drop-in' },
  });

const post = async ({ headers, body }: ReturnType<typeof HTTP.binary>): Promise<Response> =>
  served.fetch('/v1/events', { method: 'POST', headers: headers as Record<string, string>, body: body as string });

const recorded = async (): Promise<unknown[]> => {
  const { rows } = await served.ask('events?stream=member/ada');
  return rows.map(({ client_id: id, time, community, data }) => ({ id, time, community, data }));
};

describe('The CloudEvents SDK', () => {
  it.each(['binary', 'structured'] as const)('delivers an event in %s mode, once however often it is sent', async (mode) => {
    const message = HTTP[mode](touchpoint(mode));
    const first = await post(message);
    const again = await post(message);
    expect([first.status, again.status]).toEqual([201, 200]);
    const data = { touchpointId: mode, personId: 'ada', communityId: 'harbour', kind: 'drop-in' };
    expect(await recorded()).toContainEqual({ id: mode, time: '2026-02-02T10:00:00Z', community: 'harbour', data });
  });

  it('is told by field what is wrong with an event', async () => {
    const { headers, body } = HTTP.structured(touchpoint('wrong').cloneWith({ data: { touchpointId: 'wrong' } }));
    const answer = await post({ headers, body });
    expect([answer.status, await answer.json()]).toMatchObject([400, { code: 'invalid_event', errors: expect.arrayContaining([]) }]);
  });
});
