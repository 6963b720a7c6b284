import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { NotFoundException } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Where apps/web is built. */
const built = fileURLToPath(new URL('../../web/dist', import.meta.url));

/** What has a hash in its name never changes; the page names the newest of it. */
const forEver = 'public, max-age=31536000, immutable';
const askAgain = 'no-cache';

/**
 * Serves the web app: its files, and its page for every other path that a browser asks for as a page. Not built, `/` says so.
 * Only for main.ts: @fastify/static cannot be loaded inside Jest.
 */
export async function serveWeb(server: FastifyInstance, folder = built): Promise<void> {
  if (!existsSync(folder))
    return void server.get('/', () => 'The web app is not built: run `npm run build`. The api is at /v1/openapi.json.\n');
  const { default: files } = await import('@fastify/static');
  await server.register(files, {
    root: folder,
    wildcard: false,
    cacheControl: false,
    setHeaders: (reply, path) => void reply.header('cache-control', path.includes('/assets/') ? forEver : askAgain),
  });
  server.get('/*', sendPage);
}

async function sendPage({ url, headers }: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const isPage = headers.accept?.includes('text/html') && !/^\/(v1|health|assets)\//.test(url);
  if (!isPage) throw new NotFoundException();
  return reply.sendFile('index.html');
}
