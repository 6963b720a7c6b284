// Beside an introduction of somebody merged: how it runs between representatives.
UNWIND $rows AS row
MATCH (a:Person {g: $g, id: row.introducer})
MATCH (b:Person {g: $g, id: row.introducee})
CREATE (a)-[:ALSO_INTRODUCED {position: row.position, at: row.at, source: row.source, introduction: row.introduction, community: row.community, kind: row.kind, until: row.until}]->(b)
RETURN count(*) AS recorded
