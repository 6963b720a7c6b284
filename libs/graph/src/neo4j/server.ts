import neo4j, { type Driver, type QueryResult, type Session, type Transaction } from 'neo4j-driver';
import { cypher } from './cypher.ts';
import { failureAt } from './failures.ts';
import { GraphUnavailable } from './graph-unavailable.ts';

/** Values as they are sent: whole numbers as `whole` makes them, since the driver packs a plain number as a float. */
export type Parameters = Readonly<Record<string, unknown>>;
/** A row of an answer by its names; whole numbers are numbers. */
export type Answered = Readonly<Record<string, unknown>>;

/** A number that the server is to have as an INTEGER. */
export const whole = (value: number): unknown => neo4j.int(value);
export type Where = Readonly<{
  /** `bolt://…`, `neo4j://…`, with `+s` for TLS. */
  url: string;
  username: string;
  password: string;
  /** Default `neo4j`, the one database of the community edition. */
  database?: string;
  /** How long a question may take, in milliseconds; default 60,000. */
  queryTimeout?: number;
}>;

/** How long a look at where the server stands may take: whoever asks whether it is well has not forever. */
const GLANCE = 10_000;
/** How much longer than the server's own timeout is waited for an answer: one that hangs, or is cut off, ends nothing by itself. */
const GRACE = 2_000;

/** Statements of one transaction, sent without waiting for the answers of those before. */
export type Work = (run: (name: string, parameters: Parameters) => Promise<readonly Answered[]>) => Promise<void>;

/**
 * The one place that talks to the server: one driver for the process, and for every statement the database, the access mode and a
 * timeout, which the server keeps, and this side too where the server does not. Statements are named as their files (cypher.ts).
 */
export class Server {
  readonly address: string;
  readonly #driver: Driver;
  readonly #database: string;
  readonly #timeout: number;

  constructor({ url, username, password, database = 'neo4j', queryTimeout = 60_000 }: Where) {
    this.address = `Neo4j at ${new URL(url).host}`;
    this.#database = database;
    this.#timeout = queryTimeout;
    this.#driver = neo4j.driver(url, neo4j.auth.basic(username, password), {
      disableLosslessIntegers: true,
      telemetryDisabled: true,
      notificationFilter: { minimumSeverityLevel: 'OFF' }, // else every answer comes with a word on each property that nothing has yet
      connectionTimeout: 10_000,
      connectionAcquisitionTimeout: 20_000,
    });
  }

  /** @throws GraphUnavailable (`unavailable`, `denied`) */
  async greet(): Promise<void> {
    await this.glance('ping');
  }

  /** Answers a question. @throws GraphUnavailable */
  async read(name: string, parameters: Parameters = {}): Promise<readonly Answered[]> {
    return this.#alone(neo4j.session.READ, [name, parameters], this.#timeout);
  }

  /** Answers a question about a few nodes, in seconds or not at all. @throws GraphUnavailable */
  async glance(name: string, parameters: Parameters = {}): Promise<readonly Answered[]> {
    return this.#alone(neo4j.session.READ, [name, parameters], Math.min(GLANCE, this.#timeout));
  }

  /** Changes something by one statement in a transaction of its own. @throws GraphUnavailable */
  async change(name: string, parameters: Parameters = {}): Promise<readonly Answered[]> {
    return this.#alone(neo4j.session.WRITE, [name, parameters], this.#timeout);
  }

  /**
   * Does the work in one transaction: all of it or nothing. Where the work throws, nothing.
   * @throws GraphUnavailable, and then whether it was committed is unknown; whatever the work throws
   */
  async together(work: Work): Promise<void> {
    const session = this.#session(neo4j.session.WRITE);
    try {
      await this.#failing(this.#transaction(session, work), this.#timeout);
    } finally {
      leave(session);
    }
  }

  /** Ends the connections; one that hangs is left to itself. */
  async close(): Promise<void> {
    await this.#failing(this.#driver.close(), 0).catch(() => undefined);
  }

  #session(defaultAccessMode: 'READ' | 'WRITE'): Session {
    return this.#driver.session({ database: this.#database, defaultAccessMode, fetchSize: -1 });
  }

  async #alone(mode: 'READ' | 'WRITE', [name, parameters]: Named, timeout: number): Promise<readonly Answered[]> {
    const session = this.#session(mode);
    try {
      const answer = withoutStack(() => session.run(cypher(name), parameters, { timeout }));
      return rowsOf(await this.#failing(answer, timeout));
    } finally {
      leave(session);
    }
  }

  async #transaction(session: Session, work: Work): Promise<void> {
    const transaction = session.beginTransaction({ timeout: this.#timeout });
    try {
      await work(async (name, parameters) => rowsOf(await transaction.run(cypher(name), parameters)));
      await transaction.commit();
    } catch (error) {
      await rollBack(transaction);
      throw error;
    }
  }

  /** What is not answered in time is given up: whether it was done is unknown. */
  async #failing<T>(answer: PromiseLike<T>, timeout: number): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const hangs = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(this.#hangs(timeout)), timeout + GRACE);
    });
    try {
      return await Promise.race([answer, hangs]);
    } catch (error) {
      throw failureAt(this.address, error);
    } finally {
      clearTimeout(timer);
    }
  }

  #hangs(timeout: number): GraphUnavailable {
    return new GraphUnavailable(
      'unavailable',
      this.address,
      `${this.address} does not answer (nothing came for ${(timeout + GRACE) / 1_000} s)`,
    );
  }
}

type Named = readonly [name: string, parameters: Parameters];

const rowsOf = ({ records }: QueryResult): readonly Answered[] => records.map((record) => record.toObject());

/** The driver writes down the stack with every statement, for errors of which only the code is told; to send one takes it no longer. */
function withoutStack<T>(run: () => T): T {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return run();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** What is rolled back is gone anyway when the connection is. */
async function rollBack(transaction: Transaction): Promise<void> {
  if (transaction.isOpen()) await transaction.rollback().catch(() => undefined);
}

/** Gives the connection back; nobody has to wait for that. */
function leave(session: Session): void {
  void session.close().catch(() => undefined);
}
