import type { Fact } from '../decider/fact.ts';

/** What happens to one person in communities. Field by field: src/schemas/member.ts. */
export type MemberJoined = Fact<'MemberJoined'>;
export type MemberLeft = Fact<'MemberLeft'>;
export type MemberRejoined = Fact<'MemberRejoined'>;
export type TouchpointRecorded = Fact<'TouchpointRecorded'>;
export type IntroducerReassigned = Fact<'IntroducerReassigned'>;

export type MemberFact = MemberJoined | MemberLeft | MemberRejoined | TouchpointRecorded | IntroducerReassigned;
