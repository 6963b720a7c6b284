UNWIND $rows AS row
MATCH (a:Person {g: $g, id: row.introducer})
MATCH (b:Person {g: $g, id: row.introducee})
MATCH (i:Introduction {g: $g, id: row.introduction})
CREATE (a)-[:INTRODUCED {position: row.position, at: row.at, source: row.source, introduction: row.introduction, community: row.community, kind: row.kind, until: row.until}]->(b)
CREATE (i)-[:OF {position: row.position}]->(b)
RETURN count(*) AS recorded
