// The migrations that have been made here; none, where nobody ever prepared the server.
MATCH (graph:Graph {name: 'kithline'})
RETURN graph.version AS version
