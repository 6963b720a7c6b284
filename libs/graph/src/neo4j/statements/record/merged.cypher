UNWIND $rows AS row
MATCH (a:Person {g: $g, id: row.survivor})
MATCH (b:Person {g: $g, id: row.merged})
CREATE (a)-[:MERGED {position: row.position, at: row.at, source: row.source}]->(b)
RETURN count(*) AS recorded
