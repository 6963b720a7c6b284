import type { Seeded } from '../seeded.ts';
import type { Attendee } from './people.ts';

/** PHQ-9 at the door and again a week later: `after` is null for those who did not answer. `day` counts from the workshop. */
export type Scores = Readonly<{ before: number; after: number | null; day: number }>;

/** The changes of the thirty-six in fifty who answer. Fourteen fall by more than five points, eight by five, fourteen by less. */
const changes = [
  ...[-12, -11, -10, -9, -9, -8, -8, -7, -7, -7, -6, -6, -6, -6],
  ...[-5, -5, -5, -5, -5, -5, -5, -5],
  ...[-4, -4, -4, -3, -3, -2, -2, -2, -1, -1, 0, 0, 0, 1],
];

/** Scores for the fifty who came one way to one community, so that each group has the same median. */
export function scores(fifty: readonly Attendee[], noise: Seeded): Map<Attendee, Scores> {
  const order = noise.shuffled(fifty);
  return new Map(
    order.map((person, index): [Attendee, Scores] => {
      const change = changes[index];
      if (change === undefined) return [person, { before: noise.between(6, 22), after: null, day: 7 }];
      const before = noise.between(Math.max(9, 2 - change), 22);
      return [person, { before, after: before + change, day: noise.chance(0.8) ? 7 : noise.between(8, 10) }];
    }),
  );
}
