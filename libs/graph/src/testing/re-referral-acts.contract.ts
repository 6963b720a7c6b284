import { type Draft, on } from './drafts.ts';
import * as fact from './facts.ts';
import { asksReReferrals } from './re-referrals.ts';
import type { Stage } from './stage.ts';

const { attended, moved } = fact;
/** gus refers a person to somebody. */
const refer = (referral: string, person: string, day: number, more = {}): Draft =>
  fact.made(referral, person, on(day), { referrer: 'gus', ...more });

/** METRICS C6, readings that follow who refers: `referrer`, `client` and `share`. */
export function countsActsOfReferring(stage: Stage): void {
  const { reading } = asksReReferrals(stage);

  describe('Re-referral, read as trust of referrers', () => {
    const trust = reading('referrer');
    //  gus ─▶ ana ─▶ xia, concluded on day 10; within 90 days of that again?
    const first = [refer('r1', 'ana', 0), moved('r1', 'Closed', on(10))];

    it('counts another person sent to the same practitioner', async () => {
      expect(await trust([...first, refer('r2', 'bea', 100)])).toEqual({ mature: 1, referred: 1 });
      expect(await trust([...first, refer('r2', 'ana', 100)])).toEqual({ mature: 1 });
      expect(await trust([...first, refer('r2', 'bea', 100, { practitioner: 'yul' })])).toEqual({ mature: 1 });
      expect(await trust([...first, fact.made('r2', 'bea', on(100), { referrer: 'hal' })])).toEqual({});
    });

    it('leaves out referrers who referred nobody in that time, unless all are asked for', async () => {
      expect(await trust([...first, refer('r2', 'bea', 101)])).toEqual({});
      expect(await trust([...first, refer('r2', 'bea', 10)])).toEqual({});
      expect(await trust([...first, refer('r2', 'bea', 101)], { allReferrers: true })).toEqual({ mature: 1 });
    });

    it('is one unit a pair, from its first referral, once that is concluded', async () => {
      const second = [refer('r2', 'bea', 20), moved('r2', 'Closed', on(30))];
      expect(await trust([...first, ...second])).toEqual({ mature: 1, referred: 1 });
      expect(await trust([refer('r0', 'cyd', -1), ...first, ...second])).toEqual({});
    });

    it('is judged by the referrer: their death and their consent, not the client’s', async () => {
      const again = [...first, refer('r2', 'bea', 20)];
      expect(await trust([...again, fact.left('ana', on(30), 'died'), fact.withdrawn('ana', on(5))])).toEqual({ mature: 1, referred: 1 });
      expect(await trust([...again, fact.left('gus', on(30), 'died')])).toEqual({ censored: 1 });
      expect(await trust([...again, fact.withdrawn('gus', on(30))])).toEqual({ censored: 1 });
      expect(await trust([fact.withdrawn('gus', on(-5)), ...again])).toEqual({ noconsent: 1 });
    });

    it('forgets the referrals of a client, and of a referrer, who was erased', async () => {
      expect(await trust([...first, refer('r2', 'bea', 20), fact.erased('ana', on(150))])).toEqual({});
      expect(await trust([...first, refer('r2', 'bea', 20), fact.erased('bea', on(150))], { allReferrers: true })).toEqual({ mature: 1 });
      expect(await trust([...first, refer('r2', 'bea', 20), fact.erased('gus', on(150))])).toEqual({});
    });

    it('excludes and counts self-referrals, also of ids merged since, and pairs who refer to each other', async () => {
      expect(await trust([refer('r1', 'gus', 0), moved('r1', 'Closed', on(10))])).toEqual({ excluded: 1 });
      expect(await trust([...first, refer('r2', 'bea', 20), fact.merged('gus', 'ana', on(150))])).toEqual({});
      expect(await trust([...first, fact.merged('gus', 'ana', on(150))])).toEqual({ excluded: 1 });
      expect(await trust([...first, refer('r2', 'gus', 20)], { allReferrers: true })).toEqual({ mature: 1 });
      expect(await trust([refer('r1', 'xia', 0), moved('r1', 'Closed', on(10))])).toEqual({ excluded: 1 });
      const back = [fact.made('r3', 'cyd', on(40), { referrer: 'xia', practitioner: 'gus' }), moved('r3', 'Closed', on(50))];
      expect(await trust([...first, refer('r2', 'bea', 20), ...back])).toEqual({ excluded: 2 });
      expect(await trust([...first, refer('r2', 'bea', 20), ...back], { validAt: on(39) })).toEqual({ immature: 1 });
    });
  });

  describe('Re-referral, read as word of mouth', () => {
    const mouth = reading('client');
    //  ana has a first session with xia on day 10, and refers bea to xia
    const session = [fact.made('r1', 'ana', on(0)), attended('r1', 's1', on(10))];
    const tells = (person: string, at: number, more = {}): Draft => fact.made('r2', person, at, { referrer: 'ana', ...more });

    it('counts clients who refer another person to that practitioner', async () => {
      expect(await mouth([...session, tells('bea', on(101) - 1)])).toEqual({ mature: 1, referred: 1 });
      expect(await mouth([...session, tells('bea', on(101))])).toEqual({ mature: 1 });
      expect(await mouth([...session, tells('bea', on(10))])).toEqual({ mature: 1 });
      expect(await mouth([...session, tells('ana', on(20))])).toEqual({ mature: 1 });
      expect(await mouth([...session, tells('bea', on(20), { practitioner: 'yul' })])).toEqual({ mature: 1 });
    });

    it('is one unit a client and practitioner, from the first treatment session', async () => {
      const more = [attended('r1', 's2', on(12)), fact.made('r3', 'ana', on(13)), attended('r3', 's3', on(14))];
      expect(await mouth([...session, ...more])).toEqual({ mature: 1 });
      expect(await mouth([fact.made('r1', 'ana', on(0)), attended('r1', 's', on(10), { kind: 'assessment' })])).toEqual({});
    });

    it('excludes who referred themselves, and who stands in referrals both ways', async () => {
      expect(await mouth([fact.made('r1', 'ana', on(0), { referrer: 'ana' }), attended('r1', 's1', on(10))])).toEqual({ excluded: 1 });
      const back = fact.made('r3', 'cyd', on(40), { referrer: 'xia', practitioner: 'ana' });
      expect(await mouth([...session, tells('bea', on(20)), back])).toEqual({ excluded: 1 });
    });
  });

  describe('Re-referral, read as share of known ways', () => {
    const share = reading('share');
    // of 90 days that end on day 200, the first is day 110
    it('counts referrals by somebody who had referred to that practitioner before', async () => {
      expect(await share([refer('r1', 'ana', 20), refer('r2', 'bea', 150), refer('r3', 'cyd', 160, { practitioner: 'yul' })])).toEqual({
        mature: 2,
        referred: 1,
      });
      expect(await share([refer('r1', 'ana', 150), fact.made('r2', 'bea', on(160))])).toEqual({ mature: 1 });
    });

    it('takes in the first of its days', async () => {
      expect(await share([refer('r1', 'ana', 110)])).toEqual({ mature: 1 });
      expect(await share([fact.made('r1', 'ana', on(110) - 1, { referrer: 'gus' })])).toEqual({});
    });

    it('excludes and counts self-referrals and pairs who refer to each other', async () => {
      const back = fact.made('r3', 'cyd', on(40), { referrer: 'xia', practitioner: 'gus' });
      expect(await share([refer('r1', 'ana', 150), refer('r2', 'gus', 151)])).toEqual({ mature: 1, excluded: 1 });
      expect(await share([refer('r1', 'ana', 150), back])).toEqual({ excluded: 1 });
    });
  });
}
