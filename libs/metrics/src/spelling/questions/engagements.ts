import { aboutPersons } from '../common-options.ts';
import { dayWindow, localDays } from '../durations.ts';
import { choice, word } from '../kind.ts';
import { defaulted, required } from '../option.ts';

export const conversionOptions = {
  variant: defaulted(choice(['scheduled', 'first-session'], ['handover']), 'scheduled', {
    help: 'what counts as success: booked, or seen',
  }),
  credit: defaulted(choice(['last', 'first', 'all', 'fractional']), 'last', {
    help: 'which engagement is credited when somebody attended several before the success',
  }),
  horizon: defaulted(localDays, '30d', { help: 'the window, in local calendar days, its last day included' }),
  ...aboutPersons,
};

export const outcomeChangeOptions = {
  instrument: required(word, { help: 'the instrument whose scores are paired', example: 'PHQ-9' }),
  window: defaulted(dayWindow, '7d..14d', { help: 'the local days after the engagement in which a score is the one after' }),
  ...aboutPersons,
};
