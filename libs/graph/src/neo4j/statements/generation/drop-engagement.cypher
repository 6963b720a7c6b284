// The first few, which have been emptied.
MATCH (n:Engagement)
USING INDEX SEEK n:Engagement(g, id)
WHERE n.g = $g AND n.id IS NOT NULL
WITH n LIMIT $nodes
DELETE n
RETURN count(*) AS dropped
