/** Explanations of what stands beside a figure, opened on the spot. */
export const hints = {
  validAt: {
    label: 'What is V?',
    text: 'V: the day the figures speak of. What happened later does not count, and nobody is judged before their time is up.',
  },
  knownAt: {
    label: 'What is K?',
    text: 'K: the place in the log up to which events were known. What was recorded later does not count, even when it is about earlier days. So a late event changes the past only from its own place on.',
  },
  interval: {
    label: 'What is the interval?',
    text: 'The 95 % interval: values that agree well with what was counted. The fewer people, the wider it is. When two intervals overlap much, the groups may not differ at all.',
  },
  hidden: {
    label: 'Why is this hidden?',
    text: 'Hidden: it would tell of too few persons. Counts from 1 to 10 are kept back from the public, and so is all that would give them away.',
  },
  immature: {
    label: 'What does “not yet” mean?',
    text: 'Immature: the period is not over yet for these people at V. They are in neither numerator nor denominator, so that a young network does not look worse than it is.',
  },
  atRisk: {
    label: 'What are the numbers at risk?',
    text: 'How many referrals were still waiting, and observed, at that day. The fewer there are, the less the end of a curve says.',
  },
} as const;

/** Words that stand in cells instead of numbers. */
export const inCells = { hidden: 'hidden', notYet: 'not yet', none: '–' } as const;
