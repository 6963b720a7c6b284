CREATE CONSTRAINT graph_is_one IF NOT EXISTS
FOR (graph:Graph) REQUIRE graph.name IS UNIQUE
