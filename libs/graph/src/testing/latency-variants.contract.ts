import * as fact from './facts.ts';
import { covered, type Draft, on } from './drafts.ts';
import { asksLatencies } from './latencies.ts';
import type { Stage } from './stage.ts';

const { attended, made, moved } = fact;

/** METRICS C5, C5b and C0.6: latencies from elsewhere, to the third session, under consent, of merged persons. */
export function variesLatencies(stage: Stage): void {
  const { countsOf, latenciesOf, unitsOf } = asksLatencies(stage);

  describe('The third session', () => {
    const sessions = (...days: number[]): Draft[] => [made('r', 'ana', on(0)), ...days.map((day, i) => attended('r', `s${i}`, on(day)))];

    it('ends the duration when it is asked for', async () => expect(await unitsOf(sessions(2, 5, 9, 12), { session: 3 })).toEqual(['9:1']));
    it('counts two sessions on one local day once', async () =>
      expect(await unitsOf(sessions(2, 5, 5.9, 12), { session: 3 })).toEqual(['12:1']));
    it('goes by the local day of the referral’s community', async () => {
      // in Vienna, on summer time from 29 March, day 27 ends at 22:00 UTC
      const vienna = new Map([['north', Float64Array.of(on(0, -1), on(26, -1), on(27, -1), on(28, -2), on(29, -2))]]);
      const facts = sessions(2, 27.5, 27.95);
      expect(await unitsOf(facts, { session: 3, days: vienna })).toEqual(['27.95:1']);
      expect(await unitsOf(facts, { session: 3 })).toEqual(['60:0']);
    });
    it('of a restarted clock is counted from the reopening before the first', async () => {
      const again = [
        moved('r', 'Closed', on(1)),
        moved('r', 'Reopened', on(2)),
        moved('r', 'Closed', on(4)),
        moved('r', 'Reopened', on(5)),
      ];
      expect(await unitsOf([...sessions(3, 6, 9), ...again], { session: 3, clock: 'segment' })).toEqual(['7:1']);
    });
  });

  describe('The start of a latency', () => {
    const facts = [made('r', 'ana', on(10)), moved('r', 'Accepted', on(14)), attended('r', 's', on(20))];

    it('may be the first acceptance; referrals without one are counted beside', async () => {
      expect(await unitsOf([...facts, moved('r', 'Accepted', on(15))], { from: 'accepted' })).toEqual(['6:1']);
      expect(await unitsOf([made('r', 'ana', on(10))], { from: 'accepted' })).toEqual([]);
      expect(await countsOf([made('r', 'ana', on(10))], { from: 'accepted' })).toMatchObject({ noStart: 1 });
    });

    it('may be the client’s own first touch in the 180 days before, but not what was sent to them', async () => {
      const touch = (...more: Draft[]) => unitsOf([...facts, ...more], { from: 'first-touch' });
      expect(await touch(fact.touched('ana', on(4)), fact.checkedIn('ana', 'fair', on(6)))).toEqual(['16:1']);
      expect(await touch(fact.touched('ana', on(4), 'outreach'), fact.checkedIn('ana', 'fair', on(6)))).toEqual(['14:1']);
      expect(await touch(fact.introduced('i', 'bea', 'ana', on(2)))).toEqual(['18:1']);
      expect(await touch(fact.introduced('i', 'ana', 'bea', on(2)))).toEqual([]);
      expect(await touch(fact.touched('ana', on(-170)))).toEqual(['190:1']);
      expect(await touch(fact.touched('ana', on(-170) - 1))).toEqual([]);
      expect(await touch(fact.touched('ana', on(10)))).toEqual(['10:1']);
      expect(await touch(fact.touched('ana', on(10) + 1))).toEqual([]);
    });
  });

  describe('Consent and identity in latencies', () => {
    const facts = [made('r', 'ana', on(10)), attended('r', 's', on(20))];

    it('count a referral that no consent covers, and nothing else of it', async () => {
      expect(await latenciesOf(facts)).toMatchObject({ units: [], groups: [{ noconsent: 1, inverted: 0, noStart: 0 }] });
      expect((await latenciesOf(facts, { from: 'accepted' })).groups).toMatchObject([{ noconsent: 1, noStart: 0 }]);
      expect((await latenciesOf([fact.granted('ana', on(10)), ...facts])).units).toEqual(['10:1']);
    });

    it('count a referral that was made when no consent covered it any more, though its clock began while one did', async () => {
      const touched = [fact.granted('ana', on(1)), fact.touched('ana', on(4))];
      expect(await unitsOf([...touched, ...facts], { from: 'first-touch' })).toEqual(['16:1']);
      const late = await latenciesOf([...touched, fact.withdrawn('ana', on(6)), ...facts], { from: 'first-touch' });
      expect(late).toMatchObject({ units: [], groups: [{ noconsent: 1 }] });
    });

    it('censor at the first withdrawal for good', async () => {
      const again = [fact.withdrawn('ana', on(12)), fact.granted('ana', on(15))];
      expect(await unitsOf([...facts, ...again])).toEqual(['2:0']);
      expect(await unitsOf([...facts, fact.withdrawn('ana', on(20))])).toEqual(['10:1']);
    });

    it('do not count a session that no consent covers', async () =>
      expect(await unitsOf([facts[0]!, attended('r', 's', on(20), { source: 'urn:elsewhere' }), attended('r', 's2', on(30))])).toEqual([
        '20:1',
      ]));

    it('remove an erased client for every V, also before they asked', async () => {
      expect(await unitsOf([...facts, fact.erased('ana', on(50))], { validAt: on(30) })).toEqual([]);
      expect((await latenciesOf(covered(...facts, fact.erased('ana', on(50))))).groups).toEqual([]);
    });

    it('know nothing of an erased client that was recorded before, though their referral was recorded after', async () => {
      const again = [fact.erased('ana', on(5)), fact.granted('ana', on(8)), made('r', 'ana', on(10)), attended('r', 's2', on(30))];
      expect(await unitsOf([attended('r', 's', on(20)), ...again])).toEqual(['20:1']);
      expect(await countsOf([moved('r', 'Accepted', on(14)), ...again], { from: 'accepted' })).toMatchObject({ noStart: 1 });
    });

    it('keep both referrals of two ids that turn out to be one person, as units of one cluster', async () => {
      const both = [...facts, made('r2', 'anna', on(11)), fact.left('anna', on(18), 'died')];
      expect(await latenciesOf(covered(...both))).toMatchObject({ units: ['10:1', '7:2'], clustered: false });
      expect(await latenciesOf(covered(...both, fact.merged('anna', 'ana', on(40))))).toMatchObject({
        units: ['8:2', '7:2'],
        clustered: true,
      });
    });

    it('number persons in byte order when asked', async () => {
      const three = [made('r1', 'cyd', on(0)), made('r2', 'ana', on(1)), made('r3', 'cyd', on(2)), made('r4', 'Bea', on(3))];
      expect((await latenciesOf(covered(...three), { clustered: true })).person).toEqual(Int32Array.of(2, 1, 2, 0));
      expect((await latenciesOf(covered(...three))).person).toHaveLength(0);
    });
  });
}
