import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { AppModule } from '../app.module.ts';
import type { Parts } from '../parts.ts';
import { correlationId, tellCorrelation } from './correlation.ts';
import { logRequests } from './log-requests.ts';
import { onlyFromHere } from './only-from-here.ts';
import { ProblemFilter } from './problem-filter.ts';
import { readJson } from './read-json.ts';
import { Routes } from './routes.ts';
import { secure } from './secure.ts';
import { tellMisspelt, tellUnreadable } from './unreadable.ts';

/** What a request may cost before anything of it is understood. */
const limits = {
  /** Bytes of a JSON body; events in bulk are read as they come. */
  bodyLimit: 262_144,
  /** Milliseconds without a byte either way, after which a connection is closed; streams send heartbeats. */
  connectionTimeout: 60_000,
  keepAliveTimeout: 30_000,
  /** Bulk bodies take as long as they take; how long others may take, read-json.ts says. */
  requestTimeout: 0,
  /** Bytes of all headers, and milliseconds until they are there. */
  http: { maxHeaderSize: 16_384, headersTimeout: 10_000 },
  /** An id has at most 128 characters, of at most four bytes, each spelled with three. */
  routerOptions: { maxParamLength: 1_536 },
};

/** The application over its parts, ready to listen. */
export async function application(parts: Parts, log: Logger): Promise<Readonly<{ app: NestFastifyApplication; routes: Routes }>> {
  const adapter = new FastifyAdapter({
    ...limits,
    genReqId: correlationId,
    clientErrorHandler: tellUnreadable,
    frameworkErrors: tellMisspelt,
    // what has arrived is answered, also while the server closes
    return503OnClosing: false,
    forceCloseConnections: 'idle',
  });
  const server = adapter.getInstance<FastifyInstance>();
  const routes = new Routes(server);
  for (const prepare of [secure, tellCorrelation, onlyFromHere]) prepare(server);
  readJson(server);
  logRequests(server, log);
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.over(parts), adapter, { logger: false, bodyParser: false });
  app.useGlobalFilters(new ProblemFilter(routes, log));
  return { app, routes };
}
