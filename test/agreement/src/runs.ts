const wanted = process.env['KITHLINE_AGREEMENT_RUNS'];

/**
 * How often each property is tried: 15 times in CI, more by `KITHLINE_AGREEMENT_RUNS=1000 npm run test:stores`. What fails is told with its seed;
 * it is made smaller only where more was asked for, since that takes minutes.
 */
export const runs = {
  numRuns: Number(wanted ?? 15),
  endOnFailure: wanted === undefined,
  interruptAfterTimeLimit: 500_000,
  markInterruptAsFailure: true,
};
