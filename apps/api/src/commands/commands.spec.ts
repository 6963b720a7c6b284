import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { serve, type Served } from '../testing/served.ts';

const time = '2026-03-02T10:00:00Z';
const referral = { personId: 'p-ben', practitionerId: 'p-dee', communityId: 'c-mill', source: { kind: 'directory' }, time };

describe('A command', () => {
  let api: Served;
  beforeAll(async () => {
    api = await serve();
  });
  afterAll(() => api.close());

  it('is answered with what it brought about, and with nothing more when it is so already', async () => {
    const first = await api.post('/v1/communities/c-mill/found', { name: 'Mill', timeZone: 'Europe/Berlin', time });
    expect(first.status).toBe(201);
    expect([first.headers.get('etag'), first.headers.get('kithline-position')]).toEqual(['"0"', '1']);
    expect(await first.json()).toEqual({
      position: 1,
      revision: 0,
      events: [{ id: expect.stringMatching(/^[0-9a-f-]{36}$/), type: 'CommunityFounded' }],
    });
    const again = await api.post('/v1/communities/c-mill/found', { name: 'Mill', timeZone: 'Europe/Berlin', time });
    expect([again.status, again.headers.get('kithline-position')]).toEqual([200, '1']);
    expect(await again.json()).toEqual({ position: 1, revision: 0, events: [] });
  });

  it('names everything that is wrong with it in one answer', async () => {
    const answer = await api.post('/v1/members/a%2Fb/join', { pathway: 'bus', name: 'Ben', time: 'today' }, { 'if-match': 'W/"1"' });
    expect(answer.status).toBe(400);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    const { code, errors } = (await answer.json()) as { code: string; errors: { field: string }[] };
    expect(code).toBe('invalid_command');
    expect(errors.map(({ field }) => field).sort()).toEqual(['If-Match', 'communityId', 'name', 'pathway', 'personId', 'time']);
  });

  it('has no parameters, and does nothing where it is given one', async () => {
    const answer = await api.post('/v1/members/p-eve/join?dry-run=true', { communityId: 'c-mill', time });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code: 'invalid_option', errors: [{ field: 'dry-run' }] });
    expect(await (await api.post('/v1/members/p-eve/join', { communityId: 'c-mill', time })).json()).toMatchObject({ revision: 0 });
  });

  it('names the field within a field', async () => {
    const answer = await api.post('/v1/referrals/r-1/make', { ...referral, source: { kind: 'bus', colour: 'red' } });
    expect(await answer.json()).toMatchObject({
      errors: [{ field: 'source.colour' }, { field: 'source.kind', message: expect.stringContaining('must be one of self') }],
    });
  });

  it('names fields that contradict each other', async () => {
    const held = { communityId: 'c-mill', format: 'workshop', goal: 'referral', startsAt: time, endsAt: '2026-03-01T10:00:00Z' };
    const answer = await api.post('/v1/engagements/e-1/schedule', held);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({
      code: 'invalid_command',
      errors: [{ field: 'endsAt', message: 'must not be before startsAt' }],
    });
  });

  it('erases nobody of whom nothing was recorded, such as somebody misspelt, and whom there is once', async () => {
    const erase = (id: string) => api.post(`/v1/consents/${id}/withdraw`, { effect: 'erase', time });
    await api.post('/v1/members/p-zoe/join', { communityId: 'c-mill', time });
    const misspelt = await erase('p-zoey');
    expect(misspelt.status).toBe(404);
    expect(await misspelt.json()).toMatchObject({ code: 'unknown', errors: [{ field: 'personId' }] });
    expect([(await erase('p-zoe')).status, (await erase('p-zoe')).status]).toEqual([201, 200]);
  });

  it('is refused by a rule with the code and the sentence of the rule', async () => {
    const answer = await api.post('/v1/members/p-ben/leave', { communityId: 'c-mill', reason: 'died' });
    expect(answer.status).toBe(409);
    expect(await answer.json()).toMatchObject({ code: 'only_a_member_leaves', detail: 'Only a member leaves a community' });
  });

  it('does not get in the way of others to the same stream that come at the same moment', async () => {
    const touchpoints = Array.from({ length: 100 }, (_, i) => ({ touchpointId: `t-${i}`, communityId: 'c-mill', kind: 'drop-in', time }));
    const answers = await Promise.all(touchpoints.map((body) => api.post('/v1/members/p-zoe/record-touchpoint', body)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(answers.map(({ headers }) => headers.get('etag'))).toContain('"99"');
  });

  it('goes by who does it', async () => {
    await api.post('/v1/referrals/r-1/make', referral);
    const unasked = await api.post('/v1/referrals/r-1/accept');
    expect(await unasked.json()).toMatchObject({ code: 'accepted_by_whom', detail: 'ReferralAccepted is set by the target' });
    const accepted = await api.post('/v1/referrals/r-1/accept', { actor: 'p-dee' });
    expect(accepted.status).toBe(201);
  });

  it('flags the possible duplicate that it makes', async () => {
    await api.post('/v1/persons/p-ben/merge', { mergedId: 'p-benjamin' });
    const answer = await api.post('/v1/referrals/r-2/make', { ...referral, personId: 'p-benjamin' });
    expect(((await answer.json()) as { events: { type: string }[] }).events.map(({ type }) => type)).toEqual([
      'ReferralMade',
      'PossibleDuplicateReferralFlagged',
    ]);
  });

  it('annuls and corrects what is recorded in its stream', async () => {
    const made = await api.post('/v1/introductions/i-1/make', {
      introducerId: 'p-ana',
      introduceeId: 'p-ben',
      communityId: 'c-mill',
      time,
    });
    const target = ((await made.json()) as { events: { id: string }[] }).events[0]?.id;
    const patch = { data: { weight: 2 } };
    expect((await api.post('/v1/introductions/i-1/correct-event', { target, reason: 'typo', patch })).status).toBe(201);
    const elsewhere = await api.post('/v1/introductions/i-2/annul-event', { target, reason: 'typo' });
    expect(await elsewhere.json()).toMatchObject({ code: 'only_what_is_recorded_is_amended' });
    expect((await api.post('/v1/introductions/i-1/annul-event', { target, reason: 'typo' })).status).toBe(201);
  });

  it('declares a basis under the id that follows from its words', async () => {
    const basis = { source: 'urn:x', purposes: ['follow_up'], statement: 'They agreed on paper.' };
    const wrong = await api.post('/v1/consent-bases/b-1/declare', basis);
    const { code, detail } = (await wrong.json()) as { code: string; detail: string };
    expect(code).toBe('a_basis_is_named_by_what_it_says');
    const id = /[0-9a-f-]{36}/.exec(detail)?.[0];
    expect((await api.post(`/v1/consent-bases/${id}/declare`, basis)).status).toBe(201);
    expect((await api.post(`/v1/consent-bases/${id}/revoke`)).status).toBe(201);
    const stream = await api.opened.parts.log.readStream(`consent-basis/${id}`);
    expect(stream.map(({ event }) => [event.source, event.id])).toEqual([
      ['urn:kithline:operator', `${id}.0`],
      ['urn:kithline:operator', `${id}.1`],
    ]);
    expect(stream[1]?.event.data).toMatchObject(basis);
  });
});
