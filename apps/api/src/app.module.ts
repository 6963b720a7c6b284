import { type DynamicModule, Module } from '@nestjs/common';
import { CommandsModule } from './commands/commands.module.ts';
import { EventsModule } from './events/events.module.ts';
import { HealthModule } from './health/health.module.ts';
import { LookAfterModule } from './look-after/look-after.module.ts';
import { type Parts, PARTS } from './parts.ts';
import { OpenApiModule } from './openapi/openapi.module.ts';
import { QuestionsModule } from './questions/questions.module.ts';

/** The door: commands, questions, events and health, over the parts given. */
@Module({})
export class AppModule {
  static over(parts: Parts): DynamicModule {
    return {
      module: AppModule,
      global: true,
      imports: [CommandsModule, QuestionsModule, EventsModule, LookAfterModule, HealthModule, OpenApiModule],
      providers: [{ provide: PARTS, useValue: parts }],
      exports: [PARTS],
    };
  }
}
