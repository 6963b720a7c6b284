import type { Done, Served } from './served.ts';

/*
 * ada comes to the pop-up and brings ben; finn refers ada, and later ben, to dr-oak.
 *
 *   ada ──introduces──▶ ben
 *   finn ──refers──▶ ada, ben ──to──▶ dr-oak
 */
const everyPurpose = ['attend', 'follow_up', 'outcome_stats', 'name_in_chain'];
const asOf = 'valid-at=2026-09-01T00:00:00Z';
const here = { communityId: 'harbour' };

const counts = ({ n, k }: Readonly<{ n: number | null; k: number | null }>) => ({ n, k });

/** What a network is for, over HTTP: whatever its log and its graph are, each figure moves when it should, as known then. */
export function missionContract(open: () => Promise<Served>): void {
  let served: Served;
  beforeAll(async () => {
    served = await open();
    await served.tell('communities/harbour/found', { name: 'Harbour', timeZone: 'UTC', time: '2026-01-01T00:00:00Z' });
    for (const person of ['ada', 'ben', 'finn', 'grace']) {
      await served.tell(`consents/${person}/grant`, { purposes: everyPurpose, time: '2026-01-01T09:00:00Z' });
    }
  });

  /** The figures before and after something, each as known then. */
  async function around(question: string, happening: () => Promise<Done>) {
    const { K } = await served.ask(question);
    const done = await happening();
    const before = await served.ask(question, { ...done, position: K });
    return { before, after: await served.ask(question, done) };
  }

  describe('A member of a community', () => {
    it('comes to a pop-up and is counted among those who may go on from it', async () => {
      const popUp = { ...here, format: 'pop-up', startsAt: '2026-02-02T18:00:00Z', endsAt: '2026-02-02T20:00:00Z', goal: 'first_contact' };
      await served.tell('engagements/e-1/schedule', { ...popUp, time: '2026-01-20T10:00:00Z' });
      await served.tell('engagements/e-1/hold', { ...popUp, time: '2026-02-02T20:00:00Z' });
      const { before, after } = await around(`conversion?${asOf}`, () =>
        served.tell('engagements/e-1/check-in', { personId: 'ada', time: '2026-02-02T18:05:00Z' }),
      );
      expect([before, after].map(counts)).toEqual([
        { n: 0, k: 0 },
        { n: 1, k: 0 },
      ]);
    });

    it('introduces a friend, who accepts, and then stands in the friend’s chain', async () => {
      const { before, after } = await around(`chain/ben?${asOf}`, async () => {
        const made = { ...here, introducerId: 'ada', introduceeId: 'ben', time: '2026-02-03T10:00:00Z' };
        await served.tell('introductions/i-1/make', made);
        return served.tell('introductions/i-1/accept', { time: '2026-02-04T10:00:00Z' });
      });
      expect([before, after].map(({ rows }) => rows.map(({ person }) => person))).toEqual([['ben'], ['ada', 'ben']]);
    });

    it('joins, and comes back in the second week only as known since the late paper sheet was entered', async () => {
      await served.tell('members/grace/join', { ...here, pathway: 'self', time: '2026-02-02T10:00:00Z' });
      const question = `retention?period=7d&periods=3&${asOf}`;
      const { before, after } = await around(question, async () => {
        const sheet = { touchpointId: 't-1', ...here, kind: 'drop-in', time: '2026-02-10T10:00:00Z' };
        return served.tell('members/grace/record-touchpoint', sheet);
      });
      expect(before.rows.map(({ k }) => k)).toEqual([0, 0, 0]);
      expect(after.rows.map(({ k }) => k)).toEqual([0, 1, 0]);
    });
  });

  describe('A referral', () => {
    const toOak = { ...here, referrerId: 'finn', practitionerId: 'dr-oak', source: { kind: 'introducer' } };

    it('is made, and waits for its first session', async () => {
      const { before, after } = await around(`latency?${asOf}`, () =>
        served.tell('referrals/r-1/make', { personId: 'ada', ...toOak, actor: 'finn', time: '2026-02-10T09:00:00Z' }),
      );
      expect([before, after].map(counts)).toEqual([
        { n: 0, k: 0 },
        { n: 1, k: 0 },
      ]);
    });

    it('is accepted and booked, which is what the pop-up was for', async () => {
      const { before, after } = await around(`conversion?${asOf}`, async () => {
        await served.tell('referrals/r-1/accept', { actor: 'dr-oak', time: '2026-02-11T09:00:00Z' });
        const session = { sessionId: 's-1', kind: 'treatment', at: '2026-02-20T09:00:00Z' };
        return served.tell('referrals/r-1/book-session', { ...session, time: '2026-02-12T09:00:00Z' });
      });
      expect([before, after].map(counts)).toEqual([
        { n: 1, k: 0 },
        { n: 1, k: 1 },
      ]);
    });

    it('leads to a first session after ten days', async () => {
      const { before, after } = await around(`latency?${asOf}`, () =>
        served.tell('referrals/r-1/attend-session', { sessionId: 's-1', kind: 'treatment', time: '2026-02-20T09:00:00Z' }),
      );
      expect([before.value, before.median]).toEqual([0, null]);
      expect([after.value, after.median]).toEqual([1, 10]);
    });

    it('is followed by that of a second person to the same practitioner, and the referrer counts as one who refers again', async () => {
      await served.tell('referrals/r-1/complete', { reason: 'completed', actor: 'dr-oak', time: '2026-02-28T09:00:00Z' });
      const { before, after } = await around(`re-referral?reading=referrer&all-referrers=true&${asOf}`, () =>
        served.tell('referrals/r-2/make', { personId: 'ben', ...toOak, actor: 'finn', time: '2026-03-02T09:00:00Z' }),
      );
      expect([before, after].map(counts)).toEqual([
        { n: 1, k: 0 },
        { n: 1, k: 1 },
      ]);
    });

    it('is refused a step that nobody may take, by name', async () => {
      const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"sessionId":"s-9","kind":"treatment"}' };
      const answer = await served.fetch('/v1/referrals/r-unknown/attend-session', init);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([409, 'application/problem+json; charset=utf-8']);
      expect(await answer.json()).toMatchObject({ status: 409, code: expect.stringMatching(/^[a-z_]+$/), detail: expect.any(String) });
    });
  });

  describe('A person', () => {
    it('withdraws consent, is erased, and is not counted as known from then on', async () => {
      const question = `retention?period=7d&periods=3&valid-at=2026-02-12T00:00:00Z`;
      const { before, after } = await around(question, () =>
        served.tell('consents/grace/withdraw', { effect: 'erase', time: '2026-02-11T12:00:00Z' }),
      );
      expect([before, after].map(({ rows }) => rows[0]?.n)).toEqual([1, 0]);
    });

    it('turns out to be two records, which are one while they are merged', async () => {
      const question = `retention?period=7d&periods=1&${asOf}`;
      await served.tell('consents/ada-lee/grant', { purposes: everyPurpose, time: '2026-02-01T09:00:00Z' });
      await served.tell('members/ada/join', { ...here, time: '2026-02-02T18:05:00Z' });
      await served.tell('members/ada-lee/join', { ...here, time: '2026-02-03T18:05:00Z' });
      const merging = await around(question, () => served.tell('persons/ada/merge', { mergedId: 'ada-lee', time: '2026-04-01T09:00:00Z' }));
      const reversing = await around(question, () =>
        served.tell('persons/ada/reverse-merge', { mergedId: 'ada-lee', time: '2026-04-02T09:00:00Z' }),
      );
      expect([merging.before.n, merging.after.n, reversing.before.n, reversing.after.n]).toEqual([2, 1, 1, 2]);
    });
  });
}
