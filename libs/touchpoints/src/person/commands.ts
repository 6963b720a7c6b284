import type { Command } from '../decider/command.ts';

export type MeasureOutcome = Command<'MeasureOutcome', 'OutcomeMeasured'>;
export type MergePersons = Command<'MergePersons', 'PersonsMerged'>;
export type ReverseMerge = Command<'ReverseMerge', 'MergeReversed'>;

export type PersonCommand = MeasureOutcome | MergePersons | ReverseMerge;
