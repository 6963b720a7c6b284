import { type Draft, on } from './drafts.ts';
import { answered, introduced, joined } from './facts.ts';

/** An introduction under the name of both. */
export const between = (introducer: string, introducee: string, day: number, more: Readonly<Record<string, unknown>> = {}): Draft => ({
  ...introduced(`${introducer}-${introducee}`, introducer, introducee, on(day)),
  ...more,
});

//  ana ──▶ ben ──▶ cat ──▶ dov         ana, ben, cat, dov joined; eve introduced dov too, but was accepted later
//    └───▶ eve ──────────▶ dov
export const readingGroup: readonly Draft[] = [
  joined('ana', on(1)),
  between('ana', 'ben', 2),
  joined('ben', on(3), { introduction: 'ana-ben' }),
  between('ben', 'cat', 4),
  answered('ben-cat', 'Accepted', on(5)),
  joined('cat', on(6)),
  between('ana', 'eve', 6),
  answered('ana-eve', 'Accepted', on(7)),
  between('eve', 'dov', 7),
  between('cat', 'dov', 7),
  answered('cat-dov', 'Accepted', on(8)),
  answered('eve-dov', 'Accepted', on(9)),
  joined('dov', on(10)),
];
