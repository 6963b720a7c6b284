import type { FastifyInstance } from 'fastify';

/** The page runs and shows only what comes from its own server; nobody frames it, nothing tells where one came from. */
const policy = [
  "default-src 'self'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

export const securityHeaders = {
  'content-security-policy': policy,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cache-control': 'no-store',
};

/** Answers hold what concerns people: no browser or proxy keeps them. What may be kept says so itself. */
export function secure(server: FastifyInstance): void {
  server.addHook('onRequest', (_, reply, done) => {
    void reply.headers(securityHeaders);
    done();
  });
}
