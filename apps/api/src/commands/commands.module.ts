import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { CommandsController } from './commands.controller.ts';
import { FirstAnswer } from './first-answer.ts';
import { PerformHandler } from './perform.ts';

/** Commands, to the deciders over the log. */
@Module({ imports: [CqrsModule], controllers: [CommandsController], providers: [PerformHandler, FirstAnswer] })
export class CommandsModule {}
