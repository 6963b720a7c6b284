/** The rows of the stores: what stores/ measured, as the page wants it. */
import { child } from './measuring/run.mjs';

const ms = (value) => (value < 10 ? `${value.toFixed(1)} ms` : `${Math.round(value).toLocaleString('en')} ms`);
const count = (value) => Math.round(value).toLocaleString('en');
const megabytes = (value) => `${count(value / 1e6)} MB`;

/** Appends and follow of EventStoreDB, projection into Neo4j, and questions to it. */
export function storing() {
  return [...eventStore(child('stores/event-store.mjs')), ...graph(child('stores/neo4j.mjs'))];
}

const eventStore = ({ found, server }) => [
  ...Object.entries(found).map(([name, { ours, bare, peak }]) => ({
    what: `${name} through EventStoreDB's adapter`,
    ours: `${count(ours)} events/s`,
    yardstick: `the bare client: ${count(bare)} events/s`,
    ratio: ours / bare,
    wanted: { least: 0.8 },
    peak,
  })),
  { what: 'memory of the wire-level server', ours: megabytes(server), yardstick: '', ratio: server / 1e6, wanted: {}, peak: server },
];

function graph({ events, perSecond, projected, bare, relationships, projecting, figures, walks, server, peak }) {
  const against = (what, ours, theirs, wanted) => ({ what, ours: ms(ours), yardstick: theirs[0], ratio: ours / theirs[1], wanted, peak });
  const plain = (value) => [`plain Cypher: ${ms(value)}`, value];
  return [
    {
      what: `projection of ${count(projected.events)} events into Neo4j`,
      ours: `${count((projected.events / projected.ours) * 1000)} events/s`,
      yardstick: `the same statements by the bare driver: ${count((projected.events / projected.theirs) * 1000)} events/s`,
      ratio: projected.theirs / projected.ours,
      wanted: { least: 0.8 },
      peak,
    },
    {
      what: `projection of ${count(events)} events into Neo4j, ${count(relationships)} relationships`,
      ours: `${count((perSecond * relationships) / events)} relationships/s, ${count(perSecond)} events/s`,
      yardstick: `a plain graph of the same network, without consent, referral status and columns: ${count(bare)} relationships/s`,
      ratio: (perSecond * relationships) / events / bare,
      wanted: {},
      peak: projecting,
    },
    ...Object.entries(figures).flatMap(([name, { first, again, theirs, inMemory }]) => [
      against(`${name} on Neo4j`, again, plain(theirs), { most: 1, aim: 0.5 }),
      against(`${name} on Neo4j, the first time`, first, plain(theirs), {}),
      against(`${name} on Neo4j beside memory`, again, [`in memory: ${ms(inMemory)}`, inMemory], {}),
    ]),
    ...Object.entries(walks).flatMap(([name, { p50, p95 }]) => [
      against(`${name} on Neo4j`, p50.ours, plain(p50.theirs), { most: 1, aim: 0.5 }),
      against(`${name} on Neo4j, p95`, p95.ours, plain(p95.theirs), {}),
    ]),
    { what: 'memory of Neo4j', ours: megabytes(server), yardstick: '', ratio: server / 1e6, wanted: {}, peak: server },
  ];
}
