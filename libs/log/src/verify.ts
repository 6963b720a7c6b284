import type { EventLog, Position } from './event-log.ts';
import { HashChain, nothingYet } from './hash-chain.ts';

/** A link of the chain that is known to be right: the start, or where an earlier verification ended. */
export type Link = Readonly<{ position: Position; hash: string }>;

export type VerifyOptions = Readonly<{
  /** Start after this link instead of at the first event. */
  from?: Link;
  /** Go no further than this position. */
  upTo?: Position;
  /** Told after every page how far it is. */
  onProgress?: (done: Link) => void;
}>;

/**
 * `whole`: the hash of every event fits its line and all lines before it, `hash` names them. Otherwise `position` is the first event at
 * which it does not: `expected` is its hash by the lines, `found` the one stored with it.
 */
export type Verification = (Link & { whole: true }) | Readonly<{ whole: false; position: Position; expected: string; found: string }>;

/** Recomputes the hash chain of a log. Where the store keeps no hashes the chain is only computed. */
export async function verify(log: EventLog, options: VerifyOptions = {}): Promise<Verification> {
  let { position, hash } = options.from ?? { position: 0, hash: nothingYet };
  const chain = new HashChain(hash);
  for await (const page of log.readLines(position, options.upTo)) {
    for (const stored of page) {
      ({ position } = stored);
      hash = chain.add(stored.line);
      if (stored.hash !== null && stored.hash !== hash) return { whole: false, position, expected: hash, found: stored.hash };
    }
    options.onProgress?.({ position, hash });
  }
  return { whole: true, position, hash };
}
