import type { Command } from '../decider/command.ts';

export type MakeIntroduction = Command<'MakeIntroduction', 'IntroductionMade'>;
export type AcceptIntroduction = Command<'AcceptIntroduction', 'IntroductionAccepted'>;
export type DeclineIntroduction = Command<'DeclineIntroduction', 'IntroductionDeclined'>;

export type IntroductionCommand = MakeIntroduction | AcceptIntroduction | DeclineIntroduction;
