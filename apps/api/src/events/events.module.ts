import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { Ending } from '../asking/ending.ts';
import { Bodies } from './bodies.ts';
import { EventsController } from './events.controller.ts';
import { GiveOut } from './give-out.ts';
import { ListEventsHandler } from './list-events.ts';
import { TakeIn } from './take-in.ts';

/** The log over HTTP. */
@Module({ imports: [CqrsModule], controllers: [EventsController], providers: [Bodies, Ending, GiveOut, ListEventsHandler, TakeIn] })
export class EventsModule {}
