/** How the CloudEvents sources of the demo, the examples and the generator begin: of people whom nobody needs to protect. */
const madeUpSources = ['urn:kithline:examples:', 'urn:kithline:generated:'];

/** As many of each kind are named. */
const NAMED = 100;

/**
 * The CloudEvents sources of a network: how many, and the first of those that are made up and of all others. People are made up only
 * where there are no others.
 */
export type Sources = Readonly<{ count: number; madeUp: readonly string[]; others: readonly string[] }>;

/** Tells sources apart, each given once. */
export function sourcesIn(names: Iterable<string>): Sources {
  let count = 0;
  const madeUp: string[] = [];
  const others: string[] = [];
  for (const name of names) {
    const kind = madeUpSources.some((begin) => name.startsWith(begin)) ? madeUp : others;
    if (kind.length < NAMED) kind.push(name);
    count++;
  }
  return { count, madeUp, others };
}
