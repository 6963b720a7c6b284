/**
 * Yardstick of questions to Neo4j: the same people, attendances, referrals, sessions and introductions as a plain graph, and Cypher that
 * ignores consent, V and disclosure.
 */
import neo4j from 'neo4j-driver';

const DAY = 86_400_000;
const BATCH = 5_000;

/** A node for each person and place; everything else is a relationship. */
const statements = {
  people: 'UNWIND $rows AS r MERGE (p:PlainPerson {id: r.id}) SET p.joined = r.at, p.cohort = r.at / (30 * 86400000)',
  places: 'UNWIND $rows AS r MERGE (:PlainPlace {id: r.id})',
  attended: 'UNWIND $rows AS r MATCH (p:PlainPerson {id: r.a}), (x:PlainPlace {id: r.b}) CREATE (p)-[:PLAIN_ATTENDED {at: r.at}]->(x)',
  introduced: 'UNWIND $rows AS r MATCH (a:PlainPerson {id: r.a}), (b:PlainPerson {id: r.b}) CREATE (a)-[:PLAIN_INTRODUCED {at: r.at}]->(b)',
  referred:
    'UNWIND $rows AS r MATCH (a:PlainPerson {id: r.a}), (b:PlainPlace {id: r.b}) CREATE (a)-[:PLAIN_REFERRED {id: r.id, at: r.at}]->(b)',
  session:
    'UNWIND $rows AS r MATCH (a:PlainPerson {id: r.a}), (b:PlainPlace {id: r.b}) CREATE (a)-[:PLAIN_SESSION {referral: r.id, at: r.at}]->(b)',
};

export const questions = {
  retention: `MATCH (p:PlainPerson)-[a:PLAIN_ATTENDED]->()
    WITH p, (a.at - p.joined) / ${7 * DAY} AS week WHERE 0 <= week < 12
    RETURN p.cohort AS cohort, week, count(DISTINCT p) AS k`,
  latency: `MATCH (c:PlainPerson)-[r:PLAIN_REFERRED]->(d)
    CALL (c, r, d) { MATCH (c)-[s:PLAIN_SESSION]->(d) WHERE s.referral = r.id AND s.at >= r.at RETURN min(s.at) AS first }
    RETURN count(r) AS n, count(first) AS k, percentileCont(first - r.at, 0.5) AS median`,
  're-referral': `MATCH (c:PlainPerson)-[r:PLAIN_REFERRED]->()
    CALL (c, r) { MATCH (c)-[next:PLAIN_REFERRED]->() WHERE r.at < next.at <= r.at + ${90 * DAY} RETURN count(next) > 0 AS again }
    RETURN count(r) AS n, sum(CASE WHEN again THEN 1 ELSE 0 END) AS k`,
  chain:
    'MATCH p = (:PlainPerson {id: $from})<-[:PLAIN_INTRODUCED*0..20]-(root) WHERE NOT (root)<-[:PLAIN_INTRODUCED]-() RETURN [n IN nodes(p) | n.id] AS chain LIMIT 1',
  'directed path':
    'MATCH p = shortestPath((a:PlainPerson {id: $from})-[:PLAIN_INTRODUCED*..30]->(b:PlainPerson {id: $to})) RETURN [n IN nodes(p) | n.id] AS path',
  path: 'MATCH p = shortestPath((a:PlainPerson {id: $from})-[:PLAIN_INTRODUCED*..30]-(b:PlainPerson {id: $to})) RETURN [n IN nodes(p) | n.id] AS path',
};

/** The plain graph of a network, written through the driver; `add` takes its events in order. */
export async function plainGraph({ url, username, password }) {
  const driver = neo4j.driver(url, neo4j.auth.basic(username, password), { disableLosslessIntegers: true, telemetryDisabled: true });
  const ask = (query, parameters) => driver.executeQuery(query, parameters, { database: 'neo4j' });
  for (const label of ['PlainPerson', 'PlainPlace']) await ask(`CREATE CONSTRAINT IF NOT EXISTS FOR (n:${label}) REQUIRE n.id IS UNIQUE`);
  await ask('CALL db.awaitIndexes(300)');
  const rows = Object.fromEntries(Object.keys(statements).map((name) => [name, []]));
  const places = new Set();
  const referrals = new Map();
  const place = (id) => {
    if (!places.has(id)) rows.places.push({ id });
    places.add(id);
    return id;
  };
  const kinds = {
    MemberJoined: ({ personId }, at) => rows.people.push({ id: personId, at }),
    TouchpointRecorded: ({ personId, communityId }, at) => rows.attended.push({ a: personId, b: place(communityId), at }),
    CheckedIn: ({ personId, engagementId }, at) => rows.attended.push({ a: personId, b: place(engagementId), at }),
    IntroductionMade: ({ introducerId, introduceeId }, at) => rows.introduced.push({ a: introducerId, b: introduceeId, at }),
    ReferralMade({ referralId, personId, practitionerId }, at) {
      referrals.set(referralId, [personId, practitionerId]);
      rows.referred.push({ a: personId, b: place(practitionerId), id: referralId, at });
    },
    SessionAttended({ referralId }, at) {
      const [a, b] = referrals.get(referralId) ?? [];
      rows.session.push({ a, b, id: referralId, at });
    },
  };
  return {
    ask,
    add: ({ type, time, data }) => kinds[type.split('.')[2]]?.(data, neo4j.int(Date.parse(time))),
    /** Nodes first: relationships match them. Tells how many of those were written in a second. */
    async finish() {
      let [written, ms] = [0, 0];
      for (const [name, all] of Object.entries(rows)) {
        const [count, began] = [all.length, performance.now()];
        while (all.length > 0) await ask(statements[name], { rows: all.splice(-BATCH) });
        if (name === 'people' || name === 'places') continue;
        [written, ms] = [written + count, ms + performance.now() - began];
      }
      return (written / ms) * 1_000;
    },
    /** How many relationships a generation of ours has. */
    async relationshipsOf(generation) {
      const { records } = await ask('MATCH (a {g: $g})-[r]->() RETURN count(r) AS count', { g: neo4j.int(generation) });
      return records[0].get('count');
    },
    close: () => driver.close(),
  };
}
