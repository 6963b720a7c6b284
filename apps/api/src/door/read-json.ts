import type { IncomingMessage } from 'node:http';
import { Problem } from '@kithline/network';
import type { FastifyInstance, FastifyReply } from 'fastify';

/** Milliseconds in which a JSON body must have arrived. */
const PATIENCE = 10_000;

const malformed = (why: string): Problem => new Problem('badRequest', 'malformed_json', `The body is not JSON: ${why}`);

/** Bodies are JSON, come at once, and as they are; no body is none, whatever the Content-Type says. */
export function readJson(server: FastifyInstance, patience = PATIENCE): void {
  const parse = server.getDefaultJsonParser('error', 'error');
  server.removeContentTypeParser(['application/json', 'text/plain']);
  server.addContentTypeParser('application/json', { parseAs: 'string' }, (request, text, done) => {
    if (text === '') return done(null, undefined);
    void parse(request, String(text), (error, body) => (error ? done(malformed(whyOf(error))) : done(null, body)));
  });
  server.addHook('preParsing', ({ raw, headers }, reply, payload, done) => {
    if (comesAtOnce.test(headers['content-type'] ?? '')) setImmediate(() => watch(raw, reply, patience));
    done(whyNotAsItIs(headers['content-encoding']), payload);
  });
}

/** Nearly every body arrives with its headers: a timer is set only for one that did not, unless it was refused or given up by then. */
function watch(raw: IncomingMessage, reply: FastifyReply, patience: number): void {
  if (raw.complete || raw.destroyed || reply.sent) return;
  const late = setTimeout(() => tellLate(reply), patience);
  const inTime = (): void => clearTimeout(late);
  raw.once('end', inTime);
  reply.raw.once('close', inTime);
}

function tellLate(reply: FastifyReply): void {
  const problem = new Problem('timeout', 'request_timeout', 'The body did not arrive in time');
  void reply.code(problem.status).header('connection', 'close').type('application/problem+json').send(JSON.stringify(problem));
}

/** A command, or one event; of many each is taken as it comes. */
const comesAtOnce = /^application\/(cloudevents\+)?json\b/i;

const whyNotAsItIs = (encoding = 'identity'): Problem | null =>
  encoding.toLowerCase() === 'identity'
    ? null
    : new Problem('unsupported', 'unsupported_media_type', 'A body comes as it is: send it without Content-Encoding');

/** What the parser says is told, what it quotes is not. */
const whyOf = ({ message }: Error): string =>
  /forbidden prototype/.test(message)
    ? 'it names a property that no object of ours has'
    : (/at position \d+/.exec(message)?.[0] ?? 'it ends early or is misspelled');
