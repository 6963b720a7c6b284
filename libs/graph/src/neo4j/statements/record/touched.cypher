UNWIND $rows AS row
MATCH (a:Person {g: $g, id: row.person})
MATCH (b:Community {g: $g, id: row.community})
CREATE (a)-[:TOUCHED {position: row.position, at: row.at, source: row.source, kind: row.kind, engagement: row.engagement}]->(b)
RETURN count(*) AS recorded
