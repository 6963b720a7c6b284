import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandContext, type ExpectedRevision, handle, type Handled, type Request } from '@kithline/log';
import { type AnyCommand, type Decider, deciders, type Fact } from '@kithline/touchpoints';
import { type Parts, PARTS } from '../parts.ts';
import { amending } from './amending.ts';
import { declaring } from './declaring.ts';
import { erasing } from './erasing.ts';
import { InTurn } from './in-turn.ts';
import { referring } from './referring.ts';
import type { CommandRoute } from './table.ts';

/** What one request wants done. */
export type Wish = Readonly<{
  route: CommandRoute;
  /** The id in the path, which names the stream. */
  id: string;
  command: AnyCommand;
  context: Omit<CommandContext, 'source' | 'jitter'>;
  expected?: ExpectedRevision;
}>;

/** A wish on its way to the log. */
export class Perform extends Command<Handled> {
  readonly wish: Wish;
  constructor(wish: Wish) {
    super();
    this.wish = wish;
  }
}

/** How a wish becomes a request to the log, and who decides it. */
export type Way<State> = Readonly<{ decider: Decider<State, AnyCommand, Fact>; request: Request<State, AnyCommand> }>;

/** The CloudEvents source of what is recorded through commands. */
export const commandSource = 'urn:kithline:api';

/** The one handler of commands: it knows streams and deciders, and no rule. Who writes one stream does not get in the way of others who do. */
@CommandHandler(Perform)
export class PerformHandler implements ICommandHandler<Perform> {
  readonly #inTurn = new InTurn();
  readonly #parts: Parts;

  constructor(@Inject(PARTS) parts: Parts) {
    this.#parts = parts;
  }

  execute({ wish }: Perform): Promise<Handled> {
    return this.#inTurn.run(`${wish.route.kind}/${wish.id}`, async () => {
      const { decider, request } = await this.#wayOf(wish);
      return handle(this.#parts.log, decider, request);
    });
  }

  async #wayOf(wish: Wish): Promise<Way<unknown>> {
    const plain = plainly(wish, this.#parts.random);
    const { command, kind } = wish.route;
    if (wish.route.becomes.startsWith('Event')) return amending(plain.request) as Way<unknown>;
    if (kind === 'consent-basis') return declaring(plain, wish.id);
    if (isErasure(wish.command)) return erasing(plain, this.#parts);
    return command === 'MakeReferral' ? referring(plain, this.#parts) : plain;
  }
}

const isErasure = ({ type, data }: AnyCommand): boolean => type === 'WithdrawConsent' && 'effect' in data && data.effect === 'erase';

/** The way of nearly every command. */
function plainly({ route, id, command, context, expected }: Wish, jitter: () => number): Way<unknown> {
  const decider = deciders[route.kind] as unknown as Decider<unknown, AnyCommand, Fact>;
  const surroundings = { ...context, source: commandSource, jitter };
  return {
    decider,
    request: { stream: `${route.kind}/${id}`, command, context: surroundings, ...(expected !== undefined && { expected }) },
  };
}
