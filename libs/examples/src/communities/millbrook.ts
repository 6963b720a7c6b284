import { DAY, formatInstant, parseInstant, type TouchpointEvent } from '@kithline/touchpoints';
import { eventsIn } from '../writing.ts';

const on = eventsIn('millbrook');
/** The instant at which each referral that still waits has waited as long as the drawing says. */
export const millbrookValidAt = '2026-05-04T12:00:00Z';
const instant = (daysBefore: number): string => formatInstant(parseInstant(millbrookValidAt) - daysBefore * DAY);

/**
 * Fifteen referrals, and when each had its first session (the latency set of METRICS C17): ● a session, ✗ closed without one, ▷ waiting still.
 *
 *      r1  ●3    r4  ●7    r7  ▷12   r10 ✗20   r13 ●30
 *      r2  ●5    r5  ✗7    r8  ●14   r11 ●21   r14 ▷30
 *      r3  ▷5    r6  ●10   r9  ●14   r12 ▷28   r15 ▷33
 *
 * Kaplan-Meier, closings censored: .933333 at day 3, .536250 at 14, .286000 at 30; quartile 10, median 21; RMST(30) 19.458083.
 * Aalen-Johansen: .629861 had a session by day 30 and .153472 were closed.
 */
const referrals = (
  [
    [3, 'seen'],
    [5, 'seen'],
    [5, 'waiting'],
    [7, 'seen'],
    [7, 'closed'],
    [10, 'seen'],
    [12, 'waiting'],
    [14, 'seen'],
    [14, 'seen'],
    [20, 'closed'],
    [21, 'seen'],
    [28, 'waiting'],
    [30, 'seen'],
    [30, 'waiting'],
    [33, 'waiting'],
  ] as const
).map(([days, fate], index) => ({ days, fate, name: String(index + 1) }));

export const millbrook: readonly TouchpointEvent[] = [
  on(instant(60)).founded('Millbrook', 'UTC'),
  on(instant(60)).profiled('dr-wood'),
  ...referrals.flatMap(({ days, fate, name }) => {
    const referral = `r${name}`;
    const madeAt = fate === 'waiting' ? days : 40;
    const then = on(instant(madeAt - days));
    return [
      on(instant(madeAt)).consented(`client-${name}`),
      on(instant(madeAt)).referred(referral, { person: `client-${name}`, practitioner: 'dr-wood' }),
      ...(fate === 'seen' ? [then.session('SessionAttended', referral, `s${name}`)] : []),
      ...(fate === 'closed' ? [then.moved(referral, 'ReferralClosed', { reason: 'not_engaged' })] : []),
    ];
  }),
];
