// The first few, which have been emptied.
MATCH (n:ConsentBasis)
USING INDEX SEEK n:ConsentBasis(g, id)
WHERE n.g = $g AND n.id IS NOT NULL
WITH n LIMIT $nodes
DELETE n
RETURN count(*) AS dropped
