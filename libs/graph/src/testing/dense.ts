import { type Draft, on } from './drafts.ts';
import { answered, introduced } from './facts.ts';

const accepted = (id: string, from: string, to: string): readonly Draft[] => [
  introduced(id, from, to, on(0)),
  answered(id, 'Accepted', on(0)),
];

/** c0, c1, … each of whom introduced everybody else. */
export const clique = (count: number): readonly Draft[] => {
  const places = Array.from({ length: count }, (_, i) => i);
  return places.flatMap((a) => places.flatMap((b) => (a === b ? [] : accepted(`c${a}-${b}`, `c${a}`, `c${b}`))));
};

/** p0 ──▶ p1 ──▶ …, each introduced four times over. */
export const fourfold = (hops: number): readonly Draft[] =>
  Array.from({ length: hops * 4 }, (_, i) => Math.floor(i / 4)).flatMap((a, i) => accepted(`p${i}`, `p${a}`, `p${a + 1}`));
