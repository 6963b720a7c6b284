MERGE (graph:Graph {name: 'kithline'})
SET graph.version = $version
