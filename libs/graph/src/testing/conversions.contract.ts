import type { ConversionQuestion } from '../questions/conversions.ts';
import { covered, type Draft, on, utcDays } from './drafts.ts';
import * as fact from './facts.ts';
import type { Stage } from './stage.ts';

const { attended, booked, checkedIn, made, moved } = fact;
const question: ConversionQuestion = {
  validAt: on(100),
  purposes: ['outcome_stats', 'follow_up'],
  variant: 'scheduled',
  credit: 'last',
  horizonDays: 30,
  days: utcDays,
};

//  ana checks in at the fair on day 0 at ten; her referral is made on day 1
const fair = [checkedIn('ana', 'fair', on(0, 10)), made('r', 'ana', on(1))];

/** METRICS C9. */
export function countsConversions(stage: Stage): void {
  const ask = async (facts: readonly Draft[], more: Partial<ConversionQuestion> = {}) =>
    (await stage(facts)).conversions({ ...question, ...more });
  /** The counts that are not 0, without groups. */
  const uncovered = async (facts: readonly Draft[], more: Partial<ConversionQuestion> = {}) =>
    Object.fromEntries(
      Object.entries((await ask(facts, more)).groups[0] ?? {}).filter(([, value]) => typeof value === 'number' && value !== 0),
    );
  const counts = (facts: readonly Draft[], more: Partial<ConversionQuestion> = {}) => uncovered(covered(...facts), more);

  describe('Conversion after an engagement', () => {
    it('is a session booked by the end of the thirtieth day', async () => {
      expect(await counts([...fair, booked('r', 's', on(31) - 1)])).toEqual({ mature: 1, converted: 1 });
      expect(await counts([...fair, booked('r', 's', on(31))])).toEqual({ mature: 1 });
      expect(await counts([...fair, booked('r', 's', on(2), { kind: 'assessment' })])).toEqual({ mature: 1, converted: 1 });
      expect(await counts([...fair, booked('r', 's', on(2)), { ...booked('r', 's', on(3)), type: 'SessionCancelled' } as Draft])).toEqual({
        mature: 1,
        converted: 1,
      });
    });

    it('may be a first treatment session instead', async () => {
      const first = { variant: 'first-session' } as const;
      expect(await counts([...fair, attended('r', 's', on(9))], first)).toEqual({ mature: 1, converted: 1 });
      expect(await counts([...fair, booked('r', 's', on(9))], first)).toEqual({ mature: 1 });
      expect(await counts([...fair, attended('r', 's', on(9), { kind: 'assessment' })], first)).toEqual({ mature: 1 });
    });

    it('counts a booking at the instant of the check-in, since that ranks first', async () =>
      expect(await counts([made('r', 'ana', on(-1)), booked('r', 's', on(0)), checkedIn('ana', 'fair', on(0))])).toEqual({
        mature: 1,
        converted: 1,
      }));

    it('is known when the last day is over, even of those who succeeded', async () => {
      const success = [...fair, booked('r', 's', on(2))];
      expect(await counts(success, { validAt: on(31) - 1 })).toEqual({ immature: 1 });
      expect(await counts(success, { validAt: on(31) })).toEqual({ mature: 1, converted: 1 });
    });

    it('leaves out who was in care already, and not who had been', async () => {
      const before = [made('r0', 'ana', on(-20)), booked('r0', 's0', on(-10))];
      expect(await counts([...before, ...fair])).toEqual({ inCare: 1 });
      expect(await counts([made('r0', 'ana', on(-20)), attended('r0', 's0', on(-10)), ...fair])).toEqual({ inCare: 1 });
      expect(await counts([made('r0', 'ana', on(-20)), ...fair])).toEqual({ mature: 1 });
      expect(await counts([...before, moved('r0', 'Closed', on(-5)), ...fair])).toEqual({ mature: 1 });
      expect(await counts([...before, moved('r0', 'Closed', on(-5)), moved('r0', 'Reopened', on(-4)), ...fair])).toEqual({ inCare: 1 });
      expect(await counts([...before, moved('r0', 'Closed', on(5)), ...fair])).toEqual({ inCare: 1 });
    });

    it('keeps whoever succeeded before they withdrew, died or moved, and no others', async () => {
      const success = [...fair, booked('r', 's', on(12))];
      expect(await counts([...success, fact.withdrawn('ana', on(12))])).toEqual({ mature: 1, converted: 1 });
      expect(await counts([...success, fact.withdrawn('ana', on(11))])).toEqual({ censored: 1 });
      expect(await counts([...success, fact.withdrawn('ana', on(11)), fact.granted('ana', on(11.5))])).toEqual({ censored: 1 });
      expect(await counts([...fair, fact.left('ana', on(30), 'died')])).toEqual({ censored: 1 });
      expect(await counts([...success, fact.left('ana', on(30), 'died')])).toEqual({ mature: 1, converted: 1 });
      expect(await counts([...fair, fact.left('ana', on(31), 'died')])).toEqual({ mature: 1 });
      expect(await counts([...fair, fact.left('ana', on(5), 'died')], { validAt: on(6) })).toEqual({ censored: 1 });
    });

    it('needs every purpose asked for at the check-in', async () => {
      expect(await uncovered([...fair])).toEqual({ noconsent: 1 });
      expect(await uncovered([fact.granted('ana', on(-1), { purposes: 8 }), ...fair])).toEqual({ noconsent: 1 });
      expect(await uncovered([fact.granted('ana', on(-1), { purposes: 8 | 2 }), ...fair])).toEqual({ mature: 1 });
    });

    it('is one unit a person and engagement, from the earliest check-in, through any referral of any of their ids', async () => {
      const twice = [checkedIn('ana', 'fair', on(0)), checkedIn('anna', 'fair', on(4)), made('r', 'anna', on(5)), booked('r', 's', on(31))];
      expect(await counts(twice)).toEqual({ mature: 2, converted: 1 });
      expect(await counts([...twice, fact.merged('ana', 'anna', on(90))])).toEqual({ mature: 1 });
      expect(await counts([checkedIn('ana', 'fair', on(0)), checkedIn('ana', 'fair', on(4))])).toEqual({ mature: 1 });
    });

    it('removes who was erased', async () => expect(await counts([...fair, fact.erased('ana', on(90))], { validAt: on(50) })).toEqual({}));
  });

  describe('Credit for a conversion', () => {
    //  fair on day 0, tea on day 5, booked on day 12; walk on day 20 is too late to be credited
    const days = [
      ...fair,
      checkedIn('ana', 'tea', on(5)),
      booked('r', 's', on(12)),
      moved('r', 'Closed', on(15)),
      checkedIn('ana', 'walk', on(20)),
    ];
    const held = (engagement: string, community: string): Draft => ({
      type: 'EngagementHeld',
      at: on(30),
      engagement,
      community,
      endsAt: on(0, 11),
    });
    const where = [held('fair', 'south'), held('tea', 'east'), held('walk', 'east')];
    const credit = async (rule: ConversionQuestion['credit'], more: Partial<ConversionQuestion> = {}) =>
      (await ask(covered(...days, ...where), { credit: rule, by: 'community', ...more })).groups.map(({ group, mature, converted }) => [
        group,
        mature,
        converted,
      ]);

    it.each([
      ['last', 0, 1],
      ['first', 1, 0],
      ['all', 1, 1],
      ['fractional', 0.5, 0.5],
    ] as const)('goes to the %s', async (rule, south, east) =>
      expect(await credit(rule)).toEqual([
        ['south', 1, south],
        ['east', 2, east],
      ]),
    );

    it('does not depend on which communities are asked for', async () => {
      expect(await credit('last', { communities: ['south'] })).toEqual([['south', 1, 0]]);
      expect(await credit('fractional', { communities: ['south'] })).toEqual([['south', 1, 0.5]]);
    });

    it('makes a cluster of a person with several units', async () => {
      expect((await ask(covered(...days))).clustered).toBe(true);
      expect((await ask(covered(...fair))).clustered).toBe(false);
    });
  });
}
