// Who stands under whom, by id.
MATCH (a:Person)
WHERE a.g = $g AND a.id > $after
WITH a ORDER BY a.g, a.id LIMIT $most
OPTIONAL MATCH (a)-[:WITHIN]->(b:Person)
RETURN a.id AS id, b.id AS under
