export type { Generation } from './generations.ts';
export { GraphMoved, type GraphTrouble, GraphUnavailable } from './graph-unavailable.ts';
export { Neo4jGraphStore } from './neo4j-graph-store.ts';
export { isOneGeneration, isUnchanged, type LiveStanding } from './live-standing.ts';
export { Neo4jGraphs } from './neo4j-graphs.ts';
export type { Where } from './server.ts';
