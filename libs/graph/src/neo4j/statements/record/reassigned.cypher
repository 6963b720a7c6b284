UNWIND $rows AS row
MATCH (a:Person {g: $g, id: row.person})
MATCH (b:Person {g: $g, id: row.introducer})
CREATE (a)-[:REASSIGNED_TO {position: row.position, at: row.at, source: row.source, introduction: row.introduction}]->(b)
RETURN count(*) AS recorded
