// The live generation as of its checkpoint.
MATCH (graph:Graph {name: 'kithline'})
OPTIONAL MATCH (c:Checkpoint {g: graph.live})
RETURN c.g AS generation, c.id AS id, c.position AS position, c.recordedAt AS recordedAt, c.batch AS batch,
       c.turnedIn AS turned, c.earliest AS earliest, c.latest AS latest, c.dropping AS dropping
