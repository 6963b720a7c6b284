import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext, ExpectedRevision, Handled, Request } from '@kithline/log';
import type { AnyCommand } from '@kithline/touchpoints';
import { type Parts, PARTS } from '../parts.ts';
import { declaring } from './declaring.ts';
import { erasing } from './erasing.ts';
import { referring } from './referring.ts';
import type { CommandRoute } from './table.ts';

/** What one request wants done. */
export type Wish = Readonly<{
  route: CommandRoute;
  /** The id in the path, which names the stream. */
  id: string;
  command: AnyCommand;
  context: CommandContext;
  expected: ExpectedRevision | undefined;
}>;

/** A wish on its way to the log. */
export class Perform extends Command<Handled> {
  readonly wish: Wish;
  constructor(wish: Wish) {
    super();
    this.wish = wish;
  }
}

/** The CloudEvents source of what is recorded through commands. */
export const commandSource = 'urn:kithline:api';

/** The one handler of commands: it knows streams, and no rule. */
@CommandHandler(Perform)
export class PerformHandler implements ICommandHandler<Perform> {
  readonly #parts: Parts;

  constructor(@Inject(PARTS) parts: Parts) {
    this.#parts = parts;
  }

  async execute({ wish }: Perform): Promise<Handled> {
    return this.#parts.handle(await this.#requestOf(wish));
  }

  /** Nearly every command is decided in the knowledge of its stream alone. */
  async #requestOf(wish: Wish): Promise<Request> {
    const { command, kind, becomes } = wish.route;
    const request: Request = { stream: `${kind}/${wish.id}`, command: wish.command, context: wish.context, expected: wish.expected };
    if (becomes.startsWith('Event')) return request; // an amendment, whatever it amends
    if (kind === 'consent-basis') return declaring(request, wish.id);
    if (isErasure(wish.command)) return erasing(request, this.#parts);
    return command === 'MakeReferral' ? referring(request, this.#parts) : request;
  }
}

const isErasure = ({ type, data }: AnyCommand): boolean => type === 'WithdrawConsent' && 'effect' in data && data.effect === 'erase';
