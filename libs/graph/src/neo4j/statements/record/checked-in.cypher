UNWIND $rows AS row
MATCH (a:Person {g: $g, id: row.person})
MATCH (b:Engagement {g: $g, id: row.engagement})
CREATE (a)-[:CHECKED_IN {position: row.position, at: row.at, source: row.source, community: row.community}]->(b)
RETURN count(*) AS recorded
