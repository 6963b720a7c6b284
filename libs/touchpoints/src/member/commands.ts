import type { Command } from '../decider/command.ts';

export type JoinCommunity = Command<'JoinCommunity', 'MemberJoined'>;
export type LeaveCommunity = Command<'LeaveCommunity', 'MemberLeft'>;
export type RejoinCommunity = Command<'RejoinCommunity', 'MemberRejoined'>;
export type RecordTouchpoint = Command<'RecordTouchpoint', 'TouchpointRecorded'>;
export type ReassignIntroducer = Command<'ReassignIntroducer', 'IntroducerReassigned'>;

export type MemberCommand = JoinCommunity | LeaveCommunity | RejoinCommunity | RecordTouchpoint | ReassignIntroducer;
