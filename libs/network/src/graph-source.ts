import type { ErasedAt, ReferralGraph } from '@kithline/graph';
import type { Recorded } from '@kithline/log';
import type { Parked, Settled, Skipped } from '@kithline/projection';
import type { PersonId, ReferralId } from '@kithline/touchpoints';

/** The graph beside a log, as those who ask need it: embedded today, a graph that many processes share another day. */
export interface GraphSource {
  /** How far the log has been applied. */
  readonly position: number;
  /** What could not be applied. */
  readonly parked: readonly Parked[];
  /** The newest graph, or as known at an earlier K, at most `position`, under the naming of the newest. */
  graphAt(position?: number): Promise<ReferralGraph>;
  /** What went with an erasure, as the newest graph has it. */
  erased(): ErasedAt | Promise<ErasedAt>;
  /** The referrals made for a person, under whichever of their ids: what a decision looks at, whatever was consented to. */
  referralsOf(person: PersonId): Promise<readonly ReferralId[]>;
}

/** Told of a position when the graph has applied the log up to it. */
export type Projected = (position: number) => void;

/** A graph that goes on with its log while it is asked. */
export interface GraphInUse extends GraphSource {
  /** Another number whenever something has changed that an answer may tell: what was answered under the same one still holds. */
  readonly version: number;
  /** Runs a question of the newest graph, so that all of it is answered from one K. */
  asking<T>(work: () => Promise<T>): Promise<T>;
  /** Goes on with the log until the signal aborts. */
  follow(signal: AbortSignal): Promise<void>;
  /** Calls back whenever the graph has gone on; the result ends that. */
  onProjected(tell: Projected): () => void;
  /** Whether the graph has applied the log up to a position, or has so within some milliseconds; while it is followed. */
  waitFor(position: number, ms: number): Promise<boolean>;
}

/** A graph in this process, which goes on with the log and can be proved and built anew. */
export interface OwnGraph extends GraphSource {
  erased(): ErasedAt;
  /** The newest snapshot, and where this start began; null where there is none. */
  readonly snapshot: Readonly<{ position: number; startedFrom: number }> | null;
  /** Applies a page that follows what has been applied; what was applied before is passed over. */
  apply(page: readonly Recorded[]): Promise<void>;
  /** The CloudEvents sources of everything that was applied, each once. */
  sources(): Promise<readonly string[]>;
  /** SHA-256 over everything applied. */
  fingerprint(): string;
  /** What was left out on purpose. */
  readonly skipped: readonly Skipped[];
  /** Tries parked events again, those at these positions with the lines they stand in, or all. @throws NotParked */
  retry(positions?: readonly number[]): Promise<Settled>;
  /** Leaves a parked event out for good. @throws NotParked */
  skip(position: number, reason: string): Promise<Settled>;
  /** Keeps what was applied for the next start. */
  save(): Promise<void>;
  /** The same graph from the log alone, without any snapshot. */
  rebuilt(): Promise<OwnGraph>;
}
