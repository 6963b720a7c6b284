/** A problem as the document shows it. */
export type Problem = Readonly<{ description: string; example: object }>;

const problem = (status: number, code: string, [title, detail]: readonly [string, string], more: object = {}): object => ({
  ...{ title, status, code, detail, errors: [] },
  ...more,
});
const wrong = (field: string, message: string) => ({ errors: [{ field, message }] });

/** Every status with which something is refused, by the name of its response. */
export const httpProblems: Readonly<Record<string, Problem>> = {
  Problem: {
    description: 'Anything else that was not done; `code` says what.',
    example: problem(500, 'failed', ['The command failed', 'This server failed to do it']),
  },
  Problem400: {
    description: 'It cannot be understood; every field that is wrong is named.',
    example: problem(400, 'invalid_command', ['This cannot be understood', 'communityId is required'], wrong('communityId', 'is required')),
  },
  Problem404: {
    description: 'There is no such person, community or position, or they were erased.',
    example: problem(
      404,
      'unknown',
      ['There is no such thing', 'there is no person "p-nobody"'],
      wrong('person', 'there is no person "p-nobody"'),
    ),
  },
  Problem406: {
    description: 'There is no answer in a form that `Accept` names.',
    example: problem(406, 'not_acceptable', ['There is no answer in that form', 'events are given out as application/json']),
  },
  Problem408: {
    description: 'The body did not arrive in time.',
    example: problem(408, 'request_timeout', ['This took too long to arrive', 'The body did not arrive in time']),
  },
  Problem409: {
    description: 'A rule refuses it, by its own code and sentence; or others wrote the stream all the time (`revision_conflict`).',
    example: problem(409, 'only_a_member_leaves', ['This does not go with what is there', 'Only a member leaves a community']),
  },
  Problem412: {
    description: 'The stream is not at the revision that If-Match names.',
    example: problem(412, 'stale_revision', ['It has changed in the meantime', 'If-Match names revision 2; it is at revision 3 now'], {
      revision: 3,
    }),
  },
  Problem413: {
    description: 'The body is too large.',
    example: problem(413, 'body_too_large', ['This is too large', 'The body is larger than this resource takes']),
  },
  Problem415: {
    description: 'The Content-Type is not one that this resource takes.',
    example: problem(415, 'unsupported_media_type', ['This form is not understood', 'Send application/json']),
  },
  Problem422: {
    description: 'The Idempotency-Key came with another request before.',
    example: problem(
      422,
      'idempotency_key_reused',
      ['This contradicts an earlier request', 'This Idempotency-Key came with another request'],
      wrong('Idempotency-Key', 'came with another request before'),
    ),
  },
  Problem429: {
    description: 'As much as may be is going on already; ask again after Retry-After.',
    example: problem(429, 'too_many_questions', ['There is too much to do at once', '64 questions are being answered at once']),
  },
  Problem503: {
    description: 'The position waited for was not reached; ask again after Retry-After.',
    example: problem(
      503,
      'position_not_reached',
      ['This is not to be had now', 'the graph has come to position 41 and not yet to 42: ask again'],
      wrong('wait-for', 'ask again'),
    ),
  },
};
