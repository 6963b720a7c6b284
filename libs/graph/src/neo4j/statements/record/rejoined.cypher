UNWIND $rows AS row
MATCH (a:Person {g: $g, id: row.person})
MATCH (b:Community {g: $g, id: row.community})
CREATE (a)-[:REJOINED {position: row.position, at: row.at, source: row.source, reason: row.reason}]->(b)
RETURN count(*) AS recorded
