import { Amount, Id, Text } from '../fields.ts';
import { CommandBody } from './command-body.ts';

export class MeasureOutcomeBody extends CommandBody {
  @Id() measurementId: string;
  @Text(64) instrument: string;
  @Text(64) version: string;
  @Amount() total: number;
  @Id({ optional: true }) communityId?: string;
  @Id({ optional: true }) referralId?: string;
  @Id({ optional: true }) engagementId?: string;
}

export class MergeBody extends CommandBody {
  @Id() mergedId: string;
}
