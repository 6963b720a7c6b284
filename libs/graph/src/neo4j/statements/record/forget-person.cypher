// What was recorded at a position, whatever it was: it is found at the end that its fact is told by.
UNWIND $rows AS row
MATCH (s:Person {g: $g, id: row.about})
MATCH (s)-[r]-(other)
WHERE r.position = row.position OR (other:Fact AND other.position = row.position)
DELETE r
FOREACH (f IN CASE WHEN other:Fact THEN [other] ELSE [] END | DETACH DELETE f)
