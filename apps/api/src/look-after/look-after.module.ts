import { Module } from '@nestjs/common';
import { LookAfterController } from './look-after.controller.ts';

/** The commands that keep and look after a network. */
@Module({ controllers: [LookAfterController] })
export class LookAfterModule {}
