// Edges stay as they were recorded; beside them one runs between representatives, where an end of it is merged.
MATCH (p:Person)
USING INDEX SEEK p:Person(g, rep)
WHERE p.g = $g AND p.rep IS NOT NULL
MATCH (p)-[r:INTRODUCED]-()
WITH DISTINCT r, startNode(r) AS a, endNode(r) AS b
WITH r, coalesce(a.rep, a.id) AS introducer, coalesce(b.rep, b.id) AS introducee, a, b
WHERE introducer <> introducee AND (introducer <> a.id OR introducee <> b.id)
MATCH (x:Person {g: $g, id: introducer})
MATCH (y:Person {g: $g, id: introducee})
CREATE (x)-[also:ALSO_INTRODUCED]->(y)
SET also = properties(r)
