import type { IntroductionFact, IntroductionMade } from './events.ts';

export type Introduction = Readonly<{
  made?: IntroductionMade['data'];
  /** When it was made: RFC 3339. */
  at?: string;
  answer?: 'IntroductionAccepted' | 'IntroductionDeclined';
}>;

export const initial = (): Introduction => ({});

/** The first request and the last answer stand. */
export function evolve(introduction: Introduction, { type, at, data }: IntroductionFact): Introduction {
  if (type !== 'IntroductionMade') return { ...introduction, answer: type };
  return introduction.made ? introduction : { ...introduction, made: data, at };
}
