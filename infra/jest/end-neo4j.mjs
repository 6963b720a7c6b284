/** Ends the Neo4j of a run and takes its data away. */
import { rmSync } from 'node:fs';
import { started } from './start-neo4j.mjs';

export default async function end() {
  await started.neo4j?.kill(); // nobody needs what it would write before it goes
  if (started.folder) rmSync(started.folder, { recursive: true, force: true });
}
