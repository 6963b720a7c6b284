import { aboutPersons } from '../common-options.ts';
import { duration, elapsed, spelled } from '../durations.ts';
import { returnEvent, startEvent } from '../events.ts';
import { InvalidOption } from '../invalid-option.ts';
import { choice } from '../kind.ts';
import { defaulted, optional, type Values } from '../option.ts';

const resurrected = { variant: ['resurrected'] };

export const reEngagementOptions = {
  variant: optional(choice(['within', 'at', 'after', 'resurrected']), {
    help: 'engaged within the horizon; around it, a week either way; at or after it; or back after a lapse (default: within up to 30d, at above)',
    example: 'within',
  }),
  horizon: defaulted(duration, '30d', { help: 'how long after the start; resurrected: how long after --at', example: '90d' }),
  lapse: defaulted(duration, '30d', { help: 'quiet for this long before --at', only: resurrected }),
  at: defaulted(duration, '60d', { help: 'the moment, after the start, at which those lapsed are looked at', only: resurrected }),
  start: defaulted(startEvent, 'MemberJoined', { help: 'the event that makes somebody enter' }),
  return: defaulted(returnEvent, 'engagement', { help: 'the event by which somebody comes back', example: 'SessionAttended' }),
  ...aboutPersons,
};

type Asked = Values<typeof reEngagementOptions>;

/** The reading that is meant: `within` up to 30 days and `at` above, unless named (METRICS C4). */
export const reEngagementVariant = ({ variant, horizon }: Pick<Asked, 'variant' | 'horizon'>): NonNullable<Asked['variant']> =>
  variant ?? (elapsed(horizon) <= elapsed({ amount: 30, unit: 'd' }) ? 'within' : 'at');

export function checkReEngagement(asked: Asked): InvalidOption[] {
  const variant = reEngagementVariant(asked);
  if (variant === 'at' && elapsed(asked.horizon) < elapsed({ amount: 7, unit: 'd' }))
    return [new InvalidOption('horizon', 'must be at least 7d: --variant at looks a week either way')];
  if (variant === 'resurrected' && elapsed(asked.at) < elapsed(asked.lapse))
    return [new InvalidOption('at', `must be at least as long as --lapse ${spelled(asked.lapse)}`)];
  return [];
}
