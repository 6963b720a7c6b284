/** What is kept under a key: the fingerprint of the request that took it, now or before, and the answer once there is one. */
export type Kept = Readonly<{ request: string; isNew: boolean; answer?: string }>;

/**
 * The answers to commands that came with a key of their sender (Idempotency-Key), so that a command sent twice gets the first answer
 * again. The log itself never brings about a command twice (`handle`, commandId); this remembers what was said, also where nothing happened.
 */
export interface KeptAnswers {
  /** What is kept under the key; where nothing is, `request` takes it. */
  take(key: string, request: string): Kept;
  /** Keeps the answer of the request that took the key. */
  keep(key: string, answer: string): void;
  /** Gives the key back, for any request: that of who took it was not even decided. */
  release(key: string): void;
  close(): void;
}
