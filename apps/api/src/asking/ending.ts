import type { Socket } from 'node:net';
import { type BeforeApplicationShutdown, Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';

/** Tells that the process is to end: what has no end of its own ends then, and everything else is seen through. */
@Injectable()
export class Ending implements BeforeApplicationShutdown, OnModuleInit {
  readonly #controller = new AbortController();
  readonly #host: HttpAdapterHost;
  /** Connections over which nothing was asked yet, as browsers make them ahead: Node would wait for these. */
  readonly #silent = new Set<Socket>();

  constructor(@Inject(HttpAdapterHost) host: HttpAdapterHost) {
    this.#host = host;
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** A connection whose answer ends from then on is not kept for another: nobody would answer. */
  onModuleInit(): void {
    const fastify = this.#host.httpAdapter.getInstance<FastifyInstance>();
    fastify.server.on('connection', (socket) => {
      this.#silent.add(socket);
      socket.once('close', () => this.#silent.delete(socket));
    });
    fastify.addHook('onRequest', ({ raw }, _, done) => {
      this.#silent.delete(raw.socket);
      done();
    });
    fastify.addHook('onResponse', ({ raw }, _, done) => {
      if (this.signal.aborted) raw.socket.destroySoon();
      done();
    });
  }

  beforeApplicationShutdown(): void {
    this.#controller.abort();
    for (const socket of this.#silent) socket.destroy();
  }
}
