// No row: another generation is live than the one that was expected, or this one is not there.
MATCH (graph:Graph {name: 'kithline'})
SET graph.held = true
WITH graph
MATCH (c:Checkpoint {g: $generation})
WHERE coalesce(graph.live, 0) = $from AND NOT c.dropping
SET graph.live = c.g
RETURN c.g AS generation
