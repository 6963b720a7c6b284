/**
 * What is wrong with a graph on a server: `unavailable` (no answer, or the connection broke), `denied` (it does not let this user),
 * `too-large` (a transaction or an answer needs more memory than the server allows it), `timed-out` (a question took longer than allowed),
 * `not-prepared` (nobody has called `migrate` there, or a newer version has), `missing` (no such generation); `failed` (anything else).
 */
export type GraphTrouble = 'unavailable' | 'denied' | 'too-large' | 'timed-out' | 'not-prepared' | 'missing' | 'failed';

/** The graph cannot be reached, read or written. Nothing was harmed; the message is one line that says what to do. */
export class GraphUnavailable extends Error {
  override name = 'GraphUnavailable';
  readonly code: GraphTrouble;
  /** The address of the server. */
  readonly address: string;

  constructor(code: GraphTrouble, address: string, message: string) {
    super(message);
    this.code = code;
    this.address = address;
  }
}

/**
 * What was known at K was changed while it was asked: a correction, an annulment, a merge, or an event older than its community. A graph
 * opened now has the newest word.
 */
export class GraphMoved extends Error {
  override name = 'GraphMoved';
}
