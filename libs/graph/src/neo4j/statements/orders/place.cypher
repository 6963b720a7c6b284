// The write before the read takes the lock: orders placed at once get a number each, and none is placed twice.
MATCH (graph:Graph {name: 'kithline'})
SET graph.held = true
WITH graph
WHERE NOT EXISTS { (:Order {id: $id}) }
SET graph.orders = coalesce(graph.orders, 0) + 1
REMOVE graph.held
CREATE (:Order {id: $id, number: graph.orders, text: $text, told: '', done: false})
