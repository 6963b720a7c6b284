import { Problem } from '@kithline/network';

/** Reads several things that came with one request. @throws Problem with everything that is wrong with any of them */
export function together<T extends readonly unknown[]>(...reads: { [Part in keyof T]: () => T[Part] }): T {
  const problems: Problem[] = [];
  const found = reads.map((read: () => unknown) => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      problems.push(error);
      return undefined;
    }
  });
  const [first, ...others] = problems;
  if (!first) return found as unknown as T;
  if (others.length === 0) throw first;
  throw new Problem(
    first.kind,
    first.code,
    problems.map(({ message }) => message).join('; '),
    problems.flatMap(({ errors }) => errors),
  );
}
