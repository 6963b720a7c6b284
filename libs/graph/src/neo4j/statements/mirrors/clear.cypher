// Introductions of merged persons as they run between representatives; they are made anew below. Every one of them has a merged end.
MATCH (p:Person)
USING INDEX SEEK p:Person(g, rep)
WHERE p.g = $g AND p.rep IS NOT NULL
MATCH (p)-[r:ALSO_INTRODUCED]-()
WITH DISTINCT r
DELETE r
