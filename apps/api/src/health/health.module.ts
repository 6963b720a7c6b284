import { Module } from '@nestjs/common';
import { HealthController } from './health.controller.ts';

/** For whoever looks after the process. */
@Module({ controllers: [HealthController] })
export class HealthModule {}
