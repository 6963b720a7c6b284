import type { Id, Instant, PersonId } from '@kithline/touchpoints';

/** Masked persons keep their place: their id is null, ids of edges touching them are null and `at` is for the asker to coarsen (METRICS C0.6, C20). */
export type ChainQuestion = Readonly<{ validAt: Instant; person: PersonId }>;

export type ChainLink = Readonly<{
  person: PersonId | null;
  masked: boolean;
  /** Hops from the root. */
  hops: number;
  /** The introduction through which they came (null for the root, or when masked), when, and in which community's time zone. */
  introduction: Id | null;
  at: Instant | null;
  community: Id | null;
  /** The introduction touches a masked person: `at` may only be shown as a local date. */
  coarse: boolean;
}>;

export type Chain = Readonly<{
  /** The id asked about is merged: this is who answers. Null when masked. */
  representative: PersonId | null;
  /** From the root to the person. */
  links: readonly ChainLink[];
  /** Imported facts introduce in a circle. */
  cycle: boolean;
  /** Somebody above was erased. */
  cut: boolean;
}>;

/** The tree of attributed introductions below a person, or every root with its size (`person` absent). */
export type IntroducedQuestion = Readonly<{ validAt: Instant; person?: PersonId; depth?: number }>;

export type IntroducedPerson = Readonly<{
  person: PersonId | null;
  introducer: PersonId | null;
  depth: number;
  at: Instant | null;
  community: Id | null;
  masked: boolean;
  coarse: boolean;
}>;

export type Introduced = Readonly<{
  representative: PersonId | null;
  /** Breadth first; within a depth in byte order of introducer and person. Empty for all roots. */
  persons: readonly IntroducedPerson[];
  /** Every root, in byte order of id (masked last): persons below and greatest depth. Empty for one person. */
  roots: readonly Readonly<{ person: PersonId | null; masked: boolean; size: number; depth: number }>[];
  size: number;
  depth: number;
}>;

/** Shortest paths over the edges true at V (METRICS C20). */
export type PathQuestion = Readonly<{
  validAt: Instant;
  from: PersonId;
  /** Absent: everybody within reach, with their distance. */
  to?: PersonId;
  mode: 'shortest' | 'all-shortest';
  over: readonly ('introductions' | 'referrals' | 'engagements')[];
  /** Kinds of introductions; absent = all. */
  kinds?: readonly string[];
  undirected: boolean;
  /** Also introductions that were open before V and are no more. */
  ever: boolean;
  maxHops?: number;
  limit?: number;
}>;

export type PathEdge = Readonly<{
  id: Id | null;
  kind: string | null;
  at: Instant;
  community: Id | null;
  coarse: boolean;
}>;

export type Path = Readonly<{ nodes: readonly (PersonId | null)[]; edges: readonly (readonly PathEdge[])[] }>;

export type Paths = Readonly<{
  paths: readonly Path[];
  /** When no `to` was given: persons by hops and then byte order of id. */
  reached: readonly Readonly<{ person: PersonId | null; masked: boolean; hops: number }>[];
  /** False when a limit stopped the search. */
  complete: boolean;
}>;
