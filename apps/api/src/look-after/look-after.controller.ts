import { Controller, Get, HttpCode, Inject, Post, Query, Res } from '@nestjs/common';
import { basesIn, type ListedBasis, type Proved, type Status, type Verified } from '@kithline/network';
import type { FastifyReply } from 'fastify';
import { AtOnce } from '../asking/at-once.ts';
import { POSITION_HEADER } from '../asking/position.ts';
import { type Parts, PARTS } from '../parts.ts';
import { backupOf } from './backup.ts';
import { readFlags } from '../asking/read-flags.ts';

/** What reads the whole log is done one at a time, and refused meanwhile. */
const ONE = 1;
const SOME = 8;

/** What whoever keeps a network needs to know, and to do now and then: the commands that keep and look after, by their names. */
@Controller('v1')
export class LookAfterController {
  readonly #checks = new AtOnce(ONE, 'checks');
  readonly #backups = new AtOnce(ONE, 'backups');
  readonly #lists = new AtOnce(SOME, 'lists');
  readonly #rebuilds = new AtOnce(ONE, 'rebuilds');
  readonly #parts: Parts;

  constructor(@Inject(PARTS) parts: Parts) {
    this.#parts = parts;
  }

  @Get('status')
  async status(@Query() query: unknown, @Res({ passthrough: true }) reply: FastifyReply): Promise<Status> {
    const { quick } = readFlags(query, 'quick');
    const ask = (): Promise<Status> => this.#parts.network.status({ quick });
    const status = await (quick ? ask() : this.#checks.run(ask));
    void reply.header(POSITION_HEADER, status.head.position);
    return status;
  }

  @Get('verification')
  async verify(@Query() query: unknown, @Res({ passthrough: true }) reply: FastifyReply): Promise<Verified> {
    readFlags(query);
    const verified = await this.#checks.run(() => this.#parts.network.verify());
    void reply.header(POSITION_HEADER, verified.position);
    return verified;
  }

  @Get('consent-bases')
  async bases(
    @Query() query: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Readonly<{ rows: readonly ListedBasis[] }>> {
    readFlags(query);
    await this.#tellPosition(reply);
    return { rows: await this.#lists.run(() => basesIn(this.#parts.log)) };
  }

  @Get('backup')
  async backup(@Query() query: unknown, @Res() reply: FastifyReply): Promise<void> {
    readFlags(query);
    await this.#tellPosition(reply);
    const leave = this.#backups.enter();
    const { size, copy } = await backupOf(this.#parts).catch((error: unknown) => {
      leave();
      throw error;
    });
    copy.once('close', leave);
    void reply.type('application/vnd.sqlite3').header('content-length', size);
    void reply.header('content-disposition', 'attachment; filename="log.sqlite"').send(copy);
  }

  /** What is read from now on holds everything up to here. */
  async #tellPosition(reply: FastifyReply): Promise<void> {
    const { position } = await this.#parts.log.head();
    void reply.header(POSITION_HEADER, position);
  }

  /** Builds the graph anew, or with `verify` only proves it. */
  @Post('rebuild')
  @HttpCode(200)
  async rebuild(
    @Query() query: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Proved | Readonly<{ position: number; fingerprint: string }>> {
    const { verify } = readFlags(query, 'verify');
    const { network } = this.#parts;
    const done = await this.#rebuilds.run<Readonly<{ position: number; fingerprint: string }>>(() =>
      verify ? network.prove() : network.rebuild(),
    );
    void reply.header(POSITION_HEADER, done.position);
    return done;
  }
}
