import type { Command } from '../decider/command.ts';

export type ScheduleEngagement = Command<'ScheduleEngagement', 'EngagementScheduled'>;
export type HoldEngagement = Command<'HoldEngagement', 'EngagementHeld'>;
export type CheckIn = Command<'CheckIn', 'CheckedIn'>;

export type EngagementCommand = ScheduleEngagement | HoldEngagement | CheckIn;
