import type { CommunityId, EventType, Instant, Purpose } from '@kithline/touchpoints';

/** What every question about figures says: as of when, about whom, for what purpose, grouped how. */
export type Scope = Readonly<{
  validAt: Instant;
  /** Only units whose start event belongs to one of these; absent = all. */
  communities?: readonly CommunityId[];
  /** Events count only where a consent (or a basis) covers every one of these purposes (METRICS C0.6). */
  purposes: readonly Purpose[];
  by?: GroupBy;
}>;

/** The attribute of a unit's start that gives its group (QUESTIONS, spelling). `cohort` is asked with `cohorts` instead. */
export type GroupBy = 'community' | 'pathway' | 'source' | 'practitioner' | 'referrer' | 'introducer';

/** An event type, optionally narrowed by its kind: `TouchpointRecorded:workshop`; or, with `except`, every kind but that one (METRICS C4: `outreach`). */
export type EventPattern = Readonly<{
  type: EventType;
  kind?: string;
  except?: string;
  /** Whose event it is: absent = the person it is about (of a referral the client, of an introduction the introducer); `referrer` as the `engagement` list has it. */
  as?: 'referrer';
}>;

/**
 * Where local periods begin, for each community: sorted instants, each the start of one period and the end of the one before, reaching
 * from the period that holds the first event to beyond V. Communities in one zone share one array; `null` is for events of no community (UTC).
 */
export type LocalPeriods = ReadonlyMap<CommunityId | null, Float64Array>;

/** The value of the attribute, null when the unit has none or when it may not be named; `masked` tells the two apart. */
export type Group = Readonly<{ group: string | null; masked: boolean }>;
