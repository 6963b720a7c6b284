import type { RebuildProgress } from '@kithline/network';

/** What the process does now: `waiting` for a store that does not answer, `following` the log, `stopping`. */
export type Phase = 'waiting' | 'following' | 'stopping';

/** Where the projector stands, as it is told to whoever asks. Times in milliseconds since 1970. */
export type Standing = {
  phase: Phase;
  /** Which store it waits for, and why. */
  waitsFor: string | null;
  generation: number | null;
  position: number;
  /** When the position last moved, the log was last seen to end there, or its server to be passing over what others wrote. */
  movedAt: number;
  /** Since when it is writing a batch, or comparing graphs; null while it waits for events. */
  workingSince: number | null;
  parked: number;
  /** When the oldest parked event was recorded. */
  parkedSince: number | null;
  head: number;
  lag: number;
  /** Since when the first event that is not in the graph waits. */
  waitingSince: number | null;
  /** When both stores last answered, and how long that took, in milliseconds. */
  heartbeatAt: number | null;
  heartbeatMs: number | null;
  rebuild: RebuildProgress | null;
};

export const atTheStart = (now: number): Standing => ({
  phase: 'waiting',
  waitsFor: null,
  generation: null,
  position: 0,
  movedAt: now,
  workingSince: null,
  parked: 0,
  parkedSince: null,
  head: 0,
  lag: 0,
  waitingSince: null,
  heartbeatAt: null,
  heartbeatMs: null,
  rebuild: null,
});
