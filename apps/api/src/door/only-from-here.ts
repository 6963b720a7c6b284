import { Problem } from '@kithline/network';
import type { FastifyInstance } from 'fastify';

const here = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/i;

/**
 * Why a request is not from a page or a program of this machine that means this server, or undefined when it is. A page from elsewhere
 * can make a name of its own lead here (DNS rebinding), but not change the Host that a browser sends; nor its Origin.
 */
export function whyNotFromHere(host: string | undefined, origin: string | undefined): Problem | undefined {
  if (host === undefined || !here.test(host)) {
    return new Problem(
      'misdirected',
      'host_not_allowed',
      'This server answers to localhost, 127.0.0.1 and [::1] only: nobody signs in yet',
    );
  }
  if (origin === undefined || origin.toLowerCase() === `http://${host.toLowerCase()}`) return undefined;
  return new Problem('forbidden', 'origin_not_allowed', 'Pages of other origins may not ask this server: nobody signs in yet');
}

export function onlyFromHere(server: FastifyInstance): void {
  server.addHook('onRequest', ({ headers }, _, done) => done(whyNotFromHere(headers.host, headers.origin)));
}
