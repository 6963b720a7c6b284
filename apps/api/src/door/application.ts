import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from '../app.module.ts';
import type { Parts } from '../parts.ts';
import { ProblemFilter } from './problem-filter.ts';

/** The application over its parts, ready to listen. */
export async function application(parts: Parts): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter();
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.over(parts), adapter, { logger: false, bodyParser: false });
  app.useGlobalFilters(new ProblemFilter());
  return app;
}
