// Takes what is at the first few of them, with the facts about them: not more at once than a transaction can hold, however much that is.
MATCH (n:Engagement)
USING INDEX SEEK n:Engagement(g, id)
WHERE n.g = $g AND n.id IS NOT NULL
WITH n LIMIT $nodes
MATCH (n)-[r]-(other)
WITH DISTINCT r, other LIMIT $most
DELETE r
WITH other
FOREACH (f IN CASE WHEN other:Fact THEN [other] ELSE [] END | DELETE f)
RETURN count(*) AS dropped
