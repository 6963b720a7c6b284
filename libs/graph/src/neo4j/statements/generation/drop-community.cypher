// The first few, which have been emptied.
MATCH (n:Community)
USING INDEX SEEK n:Community(g, id)
WHERE n.g = $g AND n.id IS NOT NULL
WITH n LIMIT $nodes
DELETE n
RETURN count(*) AS dropped
