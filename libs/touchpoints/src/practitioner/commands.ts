import type { Command } from '../decider/command.ts';

export type PublishPractitionerProfile = Command<'PublishPractitionerProfile', 'PractitionerProfilePublished'>;

export type PractitionerCommand = PublishPractitionerProfile;
