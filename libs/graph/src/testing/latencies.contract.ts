import * as fact from './facts.ts';
import { on } from './drafts.ts';
import { asksLatencies } from './latencies.ts';
import type { Stage } from './stage.ts';

const { attended, made, moved } = fact;

/** METRICS C5: how long from a referral to its first session, and what ends that otherwise. */
export function measuresLatencies(stage: Stage): void {
  const { countsOf, unitsOf } = asksLatencies(stage);

  it('is that of the golden set of METRICS C17, session by session and end by end', async () => {
    const days = [3, 5, 5, 7, 7, 10, 12, 14, 14, 20, 21, 28, 30, 30, 33];
    const status = [1, 1, 0, 1, 2, 1, 0, 1, 1, 2, 1, 0, 1, 0, 0];
    const facts = days.flatMap((day, i) => {
      const end = [
        moved(`r${i}`, 'Closed', on(day), 'handed_off'),
        attended(`r${i}`, `s${i}`, on(day)),
        moved(`r${i}`, 'Rejected', on(day)),
      ];
      return [made(`r${i}`, `p${i}`, on(0)), end[status[i]!]!];
    });
    expect(await unitsOf(facts)).toEqual(days.map((day, i) => `${day}:${status[i]}`));
  });

  //  made ──5──▶ nothing            V at day 60
  it('goes on until V when nothing decides it', async () => expect(await unitsOf([made('r', 'ana', on(5))])).toEqual(['55:0']));

  it('sees a session at V and none after it', async () => {
    expect(await unitsOf([made('r', 'ana', on(0)), attended('r', 's', on(60))])).toEqual(['60:1']);
    expect(await unitsOf([made('r', 'ana', on(0)), attended('r', 's', on(60) + 1)])).toEqual(['60:0']);
    expect(await unitsOf([made('r', 'ana', on(60) + 1)])).toEqual([]);
  });

  it.each(['Rejected', 'Cancelled', 'Failed', 'Completed', 'Closed'] as const)('competes with an end: %s', async (end) =>
    expect(await unitsOf([made('r', 'ana', on(0)), moved('r', end, on(9), 'other'), attended('r', 's', on(10))])).toEqual(['9:2']),
  );

  it.each([
    ['moved_away', '9:0'],
    ['lost_contact_noninformative', '9:0'],
    ['handed_off', '9:0'],
    ['died', '9:2'],
    ['lost_contact', '9:2'],
    ['made-up', '9:2'],
  ])('is ended by a closing because of %s as %s', async (reason, unit) =>
    expect(await unitsOf([made('r', 'ana', on(0)), moved('r', 'Closed', on(9), reason)])).toEqual([unit]),
  );

  it.each([
    ['moved_away', '9:0'],
    ['lost_contact_noninformative', '9:0'],
    ['handed_off', '9:0'],
    ['died', '9:2'],
    ['lost_contact', '9:2'],
    ['withdrew', '60:0'],
    ['made-up', '60:0'],
  ])('is ended, or not, by a client who leaves because of %s: %s', async (reason, unit) =>
    expect(await unitsOf([made('r', 'ana', on(0)), fact.left('ana', on(9), reason)])).toEqual([unit]),
  );

  it('ends with the client’s death wherever that was noted, and not with another referral’s other ends', async () => {
    const other = [made('r', 'ana', on(0)), made('r2', 'ana', on(1))];
    expect(await unitsOf([...other, moved('r2', 'Closed', on(9), 'died')])).toEqual(['9:2', '8:2']);
    expect(await unitsOf([...other, moved('r2', 'Closed', on(9), 'lost_contact')])).toEqual(['60:0', '8:2']);
    expect(await unitsOf([...other, moved('r2', 'Closed', on(9), 'died'), moved('r2', 'Reopened', on(10))])).toEqual(['60:0', '59:0']);
  });

  it('gives the session precedence over an end at the same instant, and an end over a withdrawal', async () => {
    expect(await unitsOf([made('r', 'ana', on(0)), moved('r', 'Closed', on(9)), attended('r', 's', on(9))])).toEqual(['9:1']);
    expect(await unitsOf([made('r', 'ana', on(0)), fact.withdrawn('ana', on(9)), moved('r', 'Closed', on(9))])).toEqual(['9:2']);
  });

  it('is not ended by an end before its start', async () =>
    expect(await unitsOf([moved('r', 'Closed', on(-1)), made('r', 'ana', on(0)), attended('r', 's', on(9))])).toEqual(['9:1']));

  it('keeps a session at the very instant of the referral as 0 days', async () =>
    expect(await unitsOf([attended('r', 's', on(3)), made('r', 'ana', on(3))])).toEqual(['0:1']));

  it('leaves out and counts a session before its referral', async () => {
    const facts = [made('r', 'ana', on(3)), attended('r', 's', on(2)), attended('r', 's2', on(8))];
    expect(await unitsOf(facts)).toEqual([]);
    expect(await countsOf(facts)).toMatchObject({ inverted: 1 });
  });

  it('counts no assessment, and a sessionId only at its earliest attendance', async () => {
    const assessment = attended('r', 's', on(2), { kind: 'assessment' });
    expect(await unitsOf([made('r', 'ana', on(0)), assessment, attended('r', 's2', on(8))])).toEqual(['8:1']);
    expect(await unitsOf([made('r', 'ana', on(0)), assessment, attended('r', 's', on(8))])).toEqual(['60:0']);
  });

  it('begins with the earliest ReferralMade of an id', async () =>
    expect(await unitsOf([made('r', 'ana', on(4)), made('r', 'ana', on(1)), attended('r', 's', on(9))])).toEqual(['8:1']));

  //  made ─3─ closed ─10─ reopened ─12─ session
  it('is not ended by an end that a reopening by V undid; the clock runs on, or restarts with its segment', async () => {
    const facts = [made('r', 'ana', on(0)), moved('r', 'Closed', on(3)), moved('r', 'Reopened', on(10)), attended('r', 's', on(12))];
    expect(await unitsOf(facts)).toEqual(['12:1']);
    expect(await unitsOf(facts, { validAt: on(9) })).toEqual(['3:2']);
    expect(await unitsOf(facts, { clock: 'segment' })).toEqual(['2:1']);
    expect(await unitsOf([...facts, moved('r', 'Closed', on(20)), moved('r', 'Reopened', on(21))], { clock: 'segment' })).toEqual(['2:1']);
    expect(await unitsOf(facts.slice(0, 3), { clock: 'segment' })).toEqual(['50:0']);
    expect(await unitsOf([...facts.slice(0, 3), fact.withdrawn('ana', on(5))], { clock: 'segment' })).toEqual(['5:0']);
  });

  it('is ended by the first end after the last reopening', async () => {
    const facts = [moved('r', 'Closed', on(3)), moved('r', 'Reopened', on(10)), moved('r', 'Failed', on(14)), moved('r', 'Closed', on(15))];
    expect(await unitsOf([made('r', 'ana', on(0)), ...facts])).toEqual(['14:2']);
  });

  it('enters late where it was observed from later on, and is left out where it was over by then', async () => {
    const late = made('r', 'ana', on(0), { observedFrom: on(4) });
    expect(await unitsOf([late, attended('r', 's', on(9))])).toEqual(['4+9:1']);
    expect(await unitsOf([late, attended('r', 's', on(4))])).toEqual([]);
    expect(await countsOf([late, attended('r', 's', on(4))])).toMatchObject({ notAtRisk: 1 });
    expect(await unitsOf([made('r', 'ana', on(0), { observedFrom: on(-4) }), attended('r', 's', on(9))])).toEqual(['9:1']);
  });

  it('is removed for every V once the referral is entered in error', async () =>
    expect(
      await unitsOf([made('r', 'ana', on(0)), attended('r', 's', on(9)), moved('r', 'EnteredInError', on(50))], { validAt: on(20) }),
    ).toEqual([]));

  it('does not depend on the order of arrival', async () => {
    const facts = [made('r', 'ana', on(0)), moved('r', 'Closed', on(3)), moved('r', 'Reopened', on(10)), attended('r', 's', on(12))];
    expect(await unitsOf([...facts].reverse())).toEqual(['12:1']);
  });
}
