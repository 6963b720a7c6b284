// The live generation as of its checkpoint.
MATCH (graph:Graph {name: 'kithline'})
OPTIONAL MATCH (c:Checkpoint {g: graph.live})
RETURN c.g AS generation, c.id AS id, c.shown AS shown, c.dropping AS dropping
