import { parseInstant } from '@kithline/touchpoints';
import type { ReReferralQuestion } from '../questions/re-referrals.ts';
import { covered, type Draft, on } from './drafts.ts';
import * as fact from './facts.ts';
import { asksReReferrals } from './re-referrals.ts';
import type { Stage } from './stage.ts';

const { made, moved } = fact;

/** METRICS C6, readings that follow the client: `return` and `onward`. */
export function countsReReferrals(stage: Stage): void {
  const { ask, uncovered, reading } = asksReReferrals(stage);

  describe('Re-referral, read as return', () => {
    const returned = reading('return');
    //  ana: made 0 ─ completed 10 ─ made again ?        window: days 10 to 100
    const first = [made('r1', 'ana', on(0)), moved('r1', 'Completed', on(10, 9))];

    it('counts a new referral up to the end of the last day', async () => {
      expect(await returned([...first, made('r2', 'ana', on(101) - 1)])).toEqual({ mature: 1, referred: 1 });
      expect(await returned([...first, made('r2', 'ana', on(101))])).toEqual({ mature: 1 });
      expect(await returned([...first, made('r2', 'ana', on(100)), made('r3', 'ana', on(20))])).toEqual({ mature: 1, referred: 1 });
    });

    it('is known when the last day is over', async () => {
      expect(await returned(first, { validAt: on(101) })).toEqual({ mature: 1 });
      expect(await returned([...first, made('r2', 'ana', on(20))], { validAt: on(101) - 1 })).toEqual({ immature: 1 });
    });

    it('ends its days with the local clock, also where that changes', async () => {
      // Vienna, three days from 28 March 2026: the 29th has 23 hours, so 31 March ends at 22:00 UTC
      const vienna = new Map([
        [
          'north',
          Float64Array.of(...[25, 26].map((day) => on(day, -1)), ...[27, 28, 29, 30, 31, 32].map((day) => on(day, day < 28 ? -1 : -2))),
        ],
      ]);
      const closed = [made('r1', 'ana', on(25)), moved('r1', 'Closed', parseInstant('2026-03-28T22:30:00Z'))];
      const again = (at: string): Draft[] => [...closed, made('r2', 'ana', parseInstant(at))];
      const asked = { days: vienna, horizonDays: 3, validAt: on(31) };
      expect(await returned(again('2026-03-31T21:59:59Z'), asked)).toEqual({ mature: 1, referred: 1 });
      expect(await returned(again('2026-03-31T22:00:00Z'), asked)).toEqual({ mature: 1 });
      expect(await returned(closed, { ...asked, validAt: parseInstant('2026-03-31T21:59:59Z') })).toEqual({ immature: 1 });
    });

    it('takes no new referral at the instant of the conclusion, and none that was made before and again', async () => {
      expect(await returned([...first, made('r2', 'ana', on(10, 9))])).toEqual({ mature: 1 });
      expect(await returned([...first, made('r0', 'ana', on(-5)), made('r0', 'ana', on(20))])).toEqual({ mature: 1 });
    });

    it('does not take the index itself, made after its conclusion by mistaken facts, for a new referral', async () =>
      expect(await returned([moved('r1', 'Closed', on(10)), made('r1', 'ana', on(20))])).toEqual({ mature: 1 }));

    it('is concluded by completing or closing, not by other ends, and not when it was reopened', async () => {
      for (const end of ['Rejected', 'Cancelled', 'Failed'] as const) {
        expect(await returned([made('r1', 'ana', on(0)), moved('r1', end, on(10))])).toEqual({});
      }
      expect(await returned([...first, moved('r1', 'Reopened', on(40))])).toEqual({});
      expect(await returned([...first, moved('r1', 'Reopened', on(40))], { validAt: on(39) })).toEqual({ immature: 1 });
      const again = [...first, moved('r1', 'Reopened', on(40)), moved('r1', 'Closed', on(50))];
      expect(await returned([...again, made('r2', 'ana', on(30))])).toEqual({ mature: 1 });
    });

    it('leaves out who died, moved or withdrew before the window was over, whatever came before', async () => {
      const again = [...first, made('r2', 'ana', on(20))];
      expect(await returned([...again, fact.left('ana', on(100), 'died')])).toEqual({ censored: 1 });
      expect(await returned([...again, fact.left('ana', on(101), 'died')])).toEqual({ mature: 1, referred: 1 });
      expect(await returned([...again, fact.left('ana', on(50), 'other')])).toEqual({ mature: 1, referred: 1 });
      expect(await returned([...again, fact.withdrawn('ana', on(100))])).toEqual({ censored: 1 });
      expect(await returned([...again, fact.withdrawn('ana', on(100))], { validAt: on(100) })).toEqual({ censored: 1 });
      expect(await returned([made('r1', 'ana', on(0)), moved('r1', 'Closed', on(10), 'moved_away')])).toEqual({ censored: 1 });
    });

    it('counts an index that no consent covers as that', async () => {
      expect(await uncovered([...first])).toEqual({ noconsent: 1 });
      expect(await uncovered([...first, fact.granted('ana', on(10))])).toEqual({ mature: 1 });
    });

    it('is one person’s return under any of their ids', async () => {
      const two = [...first, made('r2', 'anna', on(20))];
      expect(await returned(two)).toEqual({ mature: 1 });
      expect(await returned([...two, fact.merged('anna', 'ana', on(150))])).toEqual({ mature: 1, referred: 1 });
    });

    //  r1 concluded 10 ─ r2 made 30, concluded 50 ─ r3 made 70, never concluded
    it('may count only the last of a chain, and chains that are open', async () => {
      const chain = [...first, made('r2', 'ana', on(30)), moved('r2', 'Closed', on(50))];
      expect(await returned(chain)).toEqual({ mature: 2, referred: 1 });
      expect(await returned(chain, { variant: 'chained' })).toEqual({ mature: 1 });
      expect(await returned([...chain, made('r3', 'ana', on(70))], { variant: 'chained' })).toEqual({ open: 1 });
      expect(await returned([...chain, made('r3', 'ana', on(81))], { variant: 'chained' })).toEqual({ mature: 1, referred: 1 });
      expect(await returned([made('r1', 'ana', on(0))], { variant: 'chained' })).toEqual({});
    });

    it('tells units and returns by practitioner', async () => {
      const facts = [...first, made('r2', 'ana', on(30), { practitioner: 'yul' }), moved('r2', 'Closed', on(50))];
      expect((await ask(covered(...facts))).practitioners).toEqual([
        { mature: 1, referred: 1 },
        { mature: 1, referred: 0 },
      ]);
    });
  });

  describe('Re-referral, read as onward', () => {
    const onward = reading('onward');
    const accepted = [made('r1', 'ana', on(0)), moved('r1', 'Accepted', on(5))];
    const next = (referrer: string, practitioner: string, at = on(20)): Draft => made('r2', 'ana', at, { referrer, practitioner });

    it('counts the practitioner’s own next referral of the client to another', async () => {
      expect(await onward([...accepted, next('xia', 'yul')])).toEqual({ mature: 1, referred: 1 });
      expect(await onward([...accepted, next('xia', 'xia')])).toEqual({ mature: 1 });
      expect(await onward([...accepted, next('gus', 'yul')])).toEqual({ mature: 1 });
      expect(await onward([...accepted, next('xia', 'yul', on(5))])).toEqual({ mature: 1 });
      expect(await onward([...accepted, next('xia', 'yul', on(96))])).toEqual({ mature: 1 });
      expect(await onward([made('r1', 'ana', on(0)), next('xia', 'yul')])).toEqual({});
      expect(await onward([...accepted, made('r2', 'bea', on(20), { referrer: 'xia', practitioner: 'yul' })])).toEqual({ mature: 1 });
    });
  });

  describe('Re-referral in groups', () => {
    it('is that of the referral that is the index', async () => {
      const facts = [
        made('r1', 'ana', on(0), { practitioner: 'yul' }),
        moved('r1', 'Closed', on(10)),
        made('r2', 'ana', on(20), { community: 'south' }),
        moved('r2', 'Closed', on(40)),
      ];
      const groups = async (more: Partial<ReReferralQuestion>) =>
        (await ask(covered(...facts), more)).groups.map(({ group, mature, referred }) => [group, mature, referred]);
      expect(await groups({ by: 'practitioner' })).toEqual([
        ['yul', 1, 1],
        ['xia', 1, 0],
      ]);
      expect(await groups({ by: 'community' })).toEqual([
        ['north', 1, 1],
        ['south', 1, 0],
      ]);
      expect(await groups({ by: 'community', communities: ['south'] })).toEqual([['south', 1, 0]]);
    });
  });
}
