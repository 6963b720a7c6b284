UNWIND $rows AS row
MATCH (a:Engagement {g: $g, id: row.engagement})
MATCH (b:Community {g: $g, id: row.community})
CREATE (a)-[:HELD_IN {position: row.position, at: row.at, source: row.source, endsAt: row.endsAt}]->(b)
RETURN count(*) AS recorded
