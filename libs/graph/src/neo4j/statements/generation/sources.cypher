// The checkpoint is read when all sources are.
MATCH (s:Source)
USING INDEX SEEK s:Source(g, number)
WHERE s.g = $g AND s.number IS NOT NULL
WITH s ORDER BY s.number
WITH collect(s.id) AS sources
MATCH (c:Checkpoint {g: $g})
RETURN sources, c.dropping AS dropping
