import type { Fact } from '../decider/fact.ts';

/** The life of one introduction. Field by field: src/schemas/introduction.ts. */
export type IntroductionMade = Fact<'IntroductionMade'>;
export type IntroductionAccepted = Fact<'IntroductionAccepted'>;
export type IntroductionDeclined = Fact<'IntroductionDeclined'>;

export type IntroductionFact = IntroductionMade | IntroductionAccepted | IntroductionDeclined;
