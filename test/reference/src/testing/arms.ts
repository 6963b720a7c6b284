import { eventsIn } from '@kithline/examples';
import { DAY, formatInstant, parseInstant, type TouchpointEvent } from '@kithline/touchpoints';

/** Days to the end of waiting, and how it ended: 0 waiting still, 1 a session, 2 closed (METRICS C17). */
export type Arm = Readonly<{ days: readonly number[]; status: readonly number[]; entry?: readonly number[]; pathway?: string }>;

export const armsValidAt = '2026-06-01T12:00:00Z';
const on = eventsIn('arms');
const daysBefore = (days: number): string => formatInstant(parseInstant(armsValidAt) - Math.round(days * DAY));

/** One referral a person, each of whom joined by the arm's pathway. Who waits still was referred so many days before the end. */
export const armOf = (name: string, { days, status, entry = [], pathway }: Arm): TouchpointEvent[] =>
  days.flatMap((length, index) => {
    const person = `${name}-${String(index).padStart(2, '0')}`;
    const referral = `r-${person}`;
    const made = status[index] === 0 ? length : 60;
    const then = on(daysBefore(made - length));
    const observedFrom = entry[index] ? { observedFrom: daysBefore(made - entry[index]) } : {};
    return [
      on(daysBefore(90)).consented(person),
      ...(pathway ? [on(daysBefore(90)).joined(person, { pathway })] : []),
      on(daysBefore(made)).referred(referral, { person, practitioner: 'dr-wood', ...observedFrom }),
      ...(status[index] === 1 ? [then.session('SessionAttended', referral, `s-${person}`)] : []),
      ...(status[index] === 2 ? [then.moved(referral, 'ReferralClosed', { reason: 'not_engaged' })] : []),
    ];
  });
