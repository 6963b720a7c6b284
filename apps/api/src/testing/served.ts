import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Logger, pino } from 'pino';
import { application } from '../door/application.ts';
import { open } from '../open.ts';
import type { Opened } from '../stores/opened.ts';

/** The api on a loopback socket, over a data folder of its own. */
export type Served = Readonly<{
  url: string;
  folder: string;
  opened: Opened;
  /** `GET /v1/events`, … */
  routes: readonly string[];
  /** Asks over the socket: `fetch('/v1/…')`. */
  fetch: (path: string, init?: RequestInit) => Promise<Response>;
  /** Posts JSON, or nothing. */
  post: (path: string, body?: unknown, headers?: Readonly<Record<string, string>>) => Promise<Response>;
  close: () => Promise<void>;
}>;

/** Serves `folder`, or one that is gone afterwards; logs nothing unless told where. */
export async function serve(given: string | Readonly<{ log: Logger }> = { log: pino({ level: 'silent' }) }): Promise<Served> {
  const folder = typeof given === 'string' ? given : undefined;
  const logger = typeof given === 'string' ? pino({ level: 'silent' }) : given.log;
  const data = folder ?? mkdtempSync(join(tmpdir(), 'kithline-api-'));
  const opened = await open({ mode: 'embedded', folder: data }, { now: Date.now, report: () => undefined });
  const { app, routes } = await application(opened.parts, logger);
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();
  return {
    url,
    folder: data,
    opened,
    routes: routes.all,
    fetch: (path, init) => fetch(url + path, init),
    post: (path, body, headers) =>
      fetch(url + path, {
        method: 'POST',
        ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
        headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
      }),
    close: async () => {
      await app.close();
      await opened.close();
      if (folder === undefined) rmSync(data, { recursive: true, force: true });
    },
  };
}
