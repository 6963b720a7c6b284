// Facts that have one end: a node each, with all they say.
UNWIND $rows AS row
MATCH (s:Community {g: $g, id: row.about})
CREATE (f:Fact)-[:ABOUT]->(s)
SET f = row.fact
RETURN count(*) AS recorded
