// A batch of them, with the facts that are about them and all their relationships.
MATCH (n:ConsentBasis)
WHERE n.g = $g AND n.id IS NOT NULL
WITH n LIMIT $most
OPTIONAL MATCH (n)<-[:ABOUT]-(f:Fact)
WITH n, collect(f) AS facts
FOREACH (f IN facts | DETACH DELETE f)
DETACH DELETE n
RETURN count(n) AS dropped
