import { DAY, formatInstant, parseInstant, type TouchpointEvent } from '@kithline/touchpoints';
import { eventsIn } from '../writing.ts';

const on = eventsIn('lantern');
/** The instant at which each of the eight has been observed as long as the drawing says. */
export const lanternValidAt = '2026-06-01T12:00:00Z';
const instant = (daysBefore: number): string => formatInstant(parseInstant(lanternValidAt) - Math.round(daysBefore * DAY));

/**
 * Who came back (the retention set of METRICS C17). Days after joining on which each dropped in, and how long they have been observed:
 *
 *      p1  ─1───8────15────29──────────┤ 40      p5  ──3──────────────────30┤ 31
 *      p2  ────────────────────────────┤ 40      p6  ──────────────────29.9─┤ 40
 *      p3  ──6.99·7.0──────────────35──┤ 40      p7  ─2───┤ 9
 *      p4  ──────────14────┤ 20                  p8  ───────31────60────91────┤ 100
 *
 * Weeks of 7 elapsed days, k = 0 … 5: bounded 4/8, 2/7, 1/6, 0/6, 3/5, 0/1; rolling.reached 7/8, 6/8, 6/7, 5/6, 5/6, 2/5;
 * rolling.fixed(35) 4/5 five times, then 1/5. Back within 30 days 4/6, around day 30 (±7) 4/5, after day 30 3/6; at day 90 1/1.
 */
const lives: Readonly<Record<string, Readonly<{ back: readonly number[]; observed: number }>>> = {
  p1: { back: [1, 8, 15, 29], observed: 40 },
  p2: { back: [], observed: 40 },
  p3: { back: [6.99, 7.0, 35], observed: 40 },
  p4: { back: [14], observed: 20 },
  p5: { back: [3, 30.0], observed: 31 },
  p6: { back: [29.9], observed: 40 },
  p7: { back: [2], observed: 9 },
  p8: { back: [31, 60, 91], observed: 100 },
};

export const lantern: readonly TouchpointEvent[] = [
  on(instant(101)).founded('Lantern', 'UTC'),
  ...Object.entries(lives).flatMap(([person, { back, observed }]) => [
    on(instant(observed)).consented(person),
    on(instant(observed)).joined(person, { pathway: 'self' }),
    ...back.map((day) => on(instant(observed - day)).touched(person)),
  ]),
];
