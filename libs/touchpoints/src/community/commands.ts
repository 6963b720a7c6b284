import type { Command } from '../decider/command.ts';

export type FoundCommunity = Command<'FoundCommunity', 'CommunityFounded'>;

export type CommunityCommand = FoundCommunity;
