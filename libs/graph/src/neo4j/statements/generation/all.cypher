MATCH (graph:Graph {name: 'kithline'})
OPTIONAL MATCH (c:Checkpoint)
RETURN graph.live AS live, c.g AS generation, c.shown AS shown, c.dropping AS dropping
ORDER BY generation
