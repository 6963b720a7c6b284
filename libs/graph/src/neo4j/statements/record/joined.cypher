UNWIND $rows AS row
MATCH (a:Person {g: $g, id: row.person})
MATCH (b:Community {g: $g, id: row.community})
CREATE (a)-[:JOINED {position: row.position, at: row.at, source: row.source, introduction: row.introduction, pathway: row.pathway}]->(b)
RETURN count(*) AS recorded
