import { Neo4jError } from 'neo4j-driver';
import { CheckpointConflict } from '../graph-store.ts';
import { GraphMoved, type GraphTrouble, GraphUnavailable } from './graph-unavailable.ts';

type Verdict = readonly [pattern: RegExp, trouble: GraphTrouble, sentence: (address: string, said: string) => string];

/** By what the server's or the driver's code begins with; the first that fits. */
const verdicts: readonly Verdict[] = [
  [/^Neo\.ClientError\.Security\./, 'denied', (at) => `${at} does not let this user do that: name one who may, with the right password`],
  [
    /MemoryPoolOutOfMemoryError|TransactionOutOfMemoryError/,
    'too-large',
    (at) => `${at} allows a transaction less memory than this needs: use smaller batches, or raise db.memory.transaction.max there`,
  ],
  [/TransactionTimedOut/, 'timed-out', (at) => `${at} did not finish in the time allowed: ask for less, or allow more time`],
  [/^Neo\.ClientError\.Database\.DatabaseNotFound/, 'missing', (at) => `${at} has no database of the name it is asked for`],
  [
    /^(ServiceUnavailable|SessionExpired|Neo\.TransientError\.)|LockAcquisitionTimeout$/,
    'unavailable',
    (at, said) => `${at} does not answer (${said})`,
  ],
];

/** What a reader meets while a generation is dropped, or a fact forgotten, under it. */
const GONE = 'Neo.ClientError.Statement.EntityNotFound';

/**
 * What the driver says of itself; of what the server says only the code, since its words may quote parameters, and so ids of persons. They
 * stand in its own log.
 */
const saidIn = ({ code, message }: Neo4jError): string => (code.startsWith('Neo.') ? code : oneLine(message));

const oneLine = (message: string): string => message.replaceAll(/\s+/g, ' ').trim();

/** Any failure of the driver as the error that callers see; mistakes of this program stay what they are. */
export function failureAt(address: string, error: unknown): unknown {
  if (error instanceof GraphUnavailable || error instanceof GraphMoved || error instanceof CheckpointConflict) return error;
  if (!(error instanceof Neo4jError)) return error;
  if (error.code === GONE) return new GraphMoved(`${address} lost what was being read while it was read: ask again`);
  const said = saidIn(error);
  const verdict = verdicts.find(([pattern]) => pattern.test(error.code));
  if (!verdict) return new GraphUnavailable('failed', address, `${address} refuses what it was asked (${said}): its own log says more`);
  const [, trouble, sentence] = verdict;
  return new GraphUnavailable(trouble, address, sentence(address, said));
}
