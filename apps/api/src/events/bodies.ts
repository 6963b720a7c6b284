import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { Problem } from '@kithline/network';
import { LONGEST_LINE } from '@kithline/network/reading';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** What is read as it arrives, event by event. */
export const bulkTypes = ['application/x-ndjson', 'application/ndjson', 'application/cloudevents-batch+json'] as const;

/** One event in CloudEvents' structured mode. */
export const structuredType = 'application/cloudevents+json';

const takesEvents = ({ routeOptions }: FastifyRequest): boolean => routeOptions.url === '/v1/events';
const unsupported = (detail: string): Problem => new Problem('unsupported', 'unsupported_media_type', detail);

/** Teaches the server the bodies in which events travel. */
@Injectable()
export class Bodies implements OnModuleInit {
  readonly #host: HttpAdapterHost;

  constructor(@Inject(HttpAdapterHost) host: HttpAdapterHost) {
    this.#host = host;
  }

  onModuleInit(): void {
    const server = this.#host.httpAdapter.getInstance<FastifyInstance>();
    server.addContentTypeParser([...bulkTypes], (request, body, done) => {
      if (takesEvents(request)) done(null, body);
      else done(unsupported('events travel to POST /v1/events; this resource takes application/json'));
    });
    server.addContentTypeParser('*', (request, _, done) => {
      const types = takesEvents(request)
        ? `${[...bulkTypes, structuredType].join(', ')} or, in binary mode, application/json`
        : 'application/json';
      done(unsupported(`This resource does not take a body of this Content-Type; send ${types}`));
    });
    server.addContentTypeParser(structuredType, { parseAs: 'string', bodyLimit: LONGEST_LINE }, (_, text, done) => {
      try {
        done(null, JSON.parse(String(text)));
      } catch {
        done(new Problem('badRequest', 'invalid_event', 'the body is not JSON'));
      }
    });
  }
}
