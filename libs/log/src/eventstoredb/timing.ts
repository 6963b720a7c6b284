/** How long things may take, in milliseconds. */
export type Timing = Readonly<{
  /** Until one call must be answered. Appends are void on the server after it by its own clock: clocks may differ by less than this. */
  answer: number;
  /** How long an append or a read is tried again before the server counts as unavailable. */
  patience: number;
  /** For how long what two processes do counts as done at the same moment: so old may be what is known of a stream that is appended to. */
  moment: number;
  /** After how much silence a subscription is compared with the head of the log. */
  silence: number;
  /** The first pause before something is tried again; each is twice the one before, up to `longestPause`, and a random part of it shorter. */
  pause: number;
  longestPause: number;
}>;

export const usualTiming: Timing = { answer: 10_000, patience: 30_000, moment: 500, silence: 10_000, pause: 100, longestPause: 10_000 };

/** No answer came in time; what the server did is unknown. */
export class NoAnswer extends Error {
  override name = 'NoAnswer';
}

/** The outcome of a promise, if it comes within `ms`. @throws NoAnswer, or what the promise does */
export function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new NoAnswer(`no answer within ${ms} ms`)), ms);
    const settle =
      <A>(how: (outcome: A) => void) =>
      (outcome: A): void => {
        clearTimeout(timer);
        how(outcome);
      };
    promise.then(settle(resolve), settle(reject));
  });
}
