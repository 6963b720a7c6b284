MATCH (s:Source)
USING INDEX SEEK s:Source(g, number)
WHERE s.g = $g AND s.number IS NOT NULL
WITH s LIMIT $nodes
DELETE s
RETURN count(s) AS dropped
