MATCH (graph:Graph {name: 'kithline'})
OPTIONAL MATCH (c:Checkpoint)
RETURN graph.live AS live, c.g AS generation, c.position AS position, c.recordedAt AS recordedAt, c.dropping AS dropping
ORDER BY generation
