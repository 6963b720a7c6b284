import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { AskHandler } from './ask.ts';
import { QuestionsController } from './questions.controller.ts';

/** Questions to the graph. */
@Module({ imports: [CqrsModule], controllers: [QuestionsController], providers: [AskHandler] })
export class QuestionsModule {}
