/** Where a real Neo4j answers that was started for this run. */
export type Neo4jHere = Readonly<{ url: string; username: string; password: string }>;

/** The Neo4j of this run (infra/jest/start-neo4j.mjs), or why there is none, to be said in the title of what is skipped. */
export function neo4jHere(): Neo4jHere | string {
  const started = process.env['KITHLINE_TEST_NEO4J'];
  return started === undefined ? (process.env['KITHLINE_NO_NEO4J'] ?? 'no Neo4j was started') : (JSON.parse(started) as Neo4jHere);
}
