/** How often each property is tried: 15 times in CI, more by `KITHLINE_AGREEMENT_RUNS=1000 npm run test:stores`. What fails is told with its seed. */
export const runs = {
  numRuns: Number(process.env['KITHLINE_AGREEMENT_RUNS'] ?? 15),
  interruptAfterTimeLimit: 500_000,
  markInterruptAsFailure: true,
};
