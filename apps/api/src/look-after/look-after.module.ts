import { Module } from '@nestjs/common';
import { LookAfterController } from './look-after.controller.ts';
import { ParkedController } from './parked.controller.ts';

/** The commands that keep and look after a network. */
@Module({ controllers: [LookAfterController, ParkedController] })
export class LookAfterModule {}
