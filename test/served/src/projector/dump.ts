import type { Driver } from 'neo4j-driver';

/**
 * Every node and every relationship of a generation as it reads, sorted; what is there twice is there twice. Not the columns, and not who could
 * ever be connected: what was recorded and taken back unites groups, but not where both fell into one batch.
 */
export async function dumpOf(driver: Driver, generation: number): Promise<readonly string[]> {
  const g = BigInt(generation);
  const ask = async (statement: string): Promise<readonly string[]> => {
    const { records } = await driver.executeQuery(statement, { g }, { database: 'neo4j' });
    return records.map((record) => textOf(record.toObject()));
  };
  const nodes = await ask('MATCH (n {g: $g}) WHERE NOT n:Block AND NOT n:Checkpoint RETURN labels(n) AS labels, properties(n) AS node');
  const edges = await ask(
    'MATCH (a {g: $g})-[r]->(b) WHERE type(r) <> "WITHIN" RETURN labels(a) AS from, a.id AS a, type(r) AS type, properties(r) AS fields, labels(b) AS to, b.id AS b',
  );
  return [...nodes, ...edges].sort();
}

/** Generations have other numbers, persons are known from the end of a batch on, and the order of fields says nothing. */
const textOf = (value: unknown): string =>
  JSON.stringify(value, (name, field: unknown) => {
    if (name === 'g' || name === 'recorded') return undefined;
    if (typeof field === 'bigint') return Number(field);
    if (typeof field !== 'object' || field === null || Array.isArray(field)) return field;
    return Object.fromEntries(Object.entries(field).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
