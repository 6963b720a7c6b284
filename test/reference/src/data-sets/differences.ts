/** Counts and distances are exact; figures that were computed in doubles agree to this part of themselves. */
export const EXACT = 0;
export const SURVIVAL = 1e-9;
export const P_VALUE = 1e-6;

/**
 * Where an answer differs from what is expected, place by place; empty when it agrees. What the answer has beside that is not looked at.
 * @param relative how far a number may be from the expected one, as a part of it
 */
export function differences(found: unknown, expected: unknown, relative: number = EXACT, place = ''): string[] {
  if (!isComposed(found) || !isComposed(expected)) {
    return isSame(found, expected, relative) ? [] : [`${place}: ${JSON.stringify(found)}, expected ${JSON.stringify(expected)}`];
  }
  const keys = new Set([...Object.keys(expected), ...(Array.isArray(expected) ? Object.keys(found) : [])]);
  return [...keys].flatMap((key) => differences(found[key], expected[key], relative, place === '' ? key : `${place}.${key}`));
}

const isComposed = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

const isSame = (found: unknown, expected: unknown, relative: number): boolean =>
  typeof found === 'number' && typeof expected === 'number'
    ? Math.abs(found - expected) <= relative * Math.abs(expected)
    : found === expected;
