// Nobody begins to read or write what is being dropped. No row: it is live, or there is none.
MATCH (graph:Graph {name: 'kithline'})
SET graph.held = true
WITH graph
MATCH (c:Checkpoint {g: $g})
WHERE coalesce(graph.live, 0) <> $g
SET c.dropping = true
RETURN c.g AS generation
