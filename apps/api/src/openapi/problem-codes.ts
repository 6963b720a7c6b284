/** What is refused or fails without a rule of the deciders: its code, its status, its meaning. A spec finds each of them in the sources. */
export const otherCodes: Readonly<Record<string, readonly [status: string, meaning: string]>> = {
  body_too_large: ['413', 'The body is larger than the resource takes.'],
  failed: ['500', 'The server failed to do it; its log has more under the X-Correlation-Id.'],
  graph_differs: ['500', 'The graph is not the one its log gives: rebuild it.'],
  graph_moved: ['503', 'The graph on its server was changed all the time while it was asked: ask again.'],
  graph_of_another_log: [
    '503',
    'The graph on its server was built from another log, or from more than the log has now: see its settings, or rebuild it.',
  ],
  headers_too_large: ['431', 'The headers are larger than 16 KiB together.'],
  host_not_allowed: ['421', 'The Host is not a name of this machine.'],
  id_reused: ['409', 'The id of the event stands for another body already: an event never changes, correct it.'],
  idempotency_key_reused: ['422', 'The Idempotency-Key came with another path or body before.'],
  invalid_batch: ['400', 'The batch is not a JSON array of events.'],
  invalid_body: ['400', 'The body is not as long as its Content-Length says.'],
  invalid_command: ['400', 'The path or the body of a command is wrong; every field is named.'],
  invalid_event: ['400', 'An event is not of its shape; every field is named.'],
  invalid_header: ['400', 'A header of a command is wrong.'],
  invalid_http: ['400', 'The request cannot be read as HTTP.'],
  invalid_option: ['400', 'A parameter is wrong or not known.'],
  invalid_path: ['400', 'The path is encoded wrongly, or a part of it too long.'],
  invalid_question: ['400', 'An option of a question is wrong; every one is named.'],
  log_changed: ['500', 'The log was changed from outside.'],
  malformed_json: ['400', 'The body is not JSON.'],
  method_not_allowed: ['405', 'The path does not take the method; Allow says which it takes.'],
  no_such_path: ['404', 'There is nothing at the path.'],
  not_acceptable: ['406', 'There is no answer in a form that Accept names.'],
  not_parked: ['404', 'Nothing is parked at the position.'],
  only_embedded: [
    '409',
    'This is done only where the log is a data folder; where log and graph are on servers the detail says what is done instead.',
  ],
  order_waits: ['503', 'No projector has done it yet; it is left for the one that comes.'],
  origin_not_allowed: ['403', 'The page that asks is of another origin.'],
  position_not_reached: ['503', 'The position waited for was not reached in time: ask again.'],
  request_timeout: ['408', 'The headers or the body did not arrive in time.'],
  restore_refused: ['409', 'The log cannot be restored from this.'],
  revision_conflict: ['409', 'Others wrote the stream all the time; `revision` is where it is now.'],
  rule_broken: ['409', 'A rule refuses it (at the command line; over HTTP the rule gives its own code).'],
  stale_revision: ['412', 'The stream is not at the revision that If-Match names; `revision` is where it is now.'],
  stopping: ['503', 'The server stops: what has a result is recorded, send the rest again.'],
  unknown: ['404', 'There is no such person, practitioner or community, or they were erased.'],
  unknown_question: ['400', 'There is no such question.'],
  unsupported_media_type: ['415', 'The Content-Type is not one that the resource takes.'],
};

/** Codes that are made of a word of their own, by how they begin. */
export const familiesOfCodes: Readonly<Record<string, readonly [status: string, meaning: string]>> = {
  graph_: [
    '403, 413, 500, 503',
    'The graph on its server cannot be asked: `graph_unavailable`, `graph_missing` (no projector has begun one), `graph_timed_out`, `graph_denied` …',
  ],
  log_: [
    '403, 409, 413, 500, 503',
    'The log cannot be opened, read or written: `log_unavailable`, `log_locked`, `log_disk_full`, `log_damaged` …',
  ],
  too_many_: ['429', 'As much of one kind as may be goes on already: `too_many_questions`, `too_many_streams` …'],
};
