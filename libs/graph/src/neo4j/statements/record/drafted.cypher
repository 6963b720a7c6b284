UNWIND $rows AS row
MATCH (client:Person {g: $g, id: row.person})
MATCH (practitioner:Person {g: $g, id: row.practitioner})
MATCH (r:Referral {g: $g, id: row.referral})
CREATE (client)-[:DRAFTED_TO {position: row.position, at: row.at, source: row.source, referral: row.referral, referrer: row.referrer, community: row.community, sourceKind: row.sourceKind, observedFrom: row.observedFrom}]->(practitioner)
CREATE (r)-[:OF {position: row.position}]->(client)
RETURN count(*) AS recorded
