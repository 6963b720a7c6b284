// The write before the read takes the lock: orders placed at once get a number each, and none is placed twice. No row: nothing is prepared.
MATCH (graph:Graph {name: 'kithline'})
SET graph.held = true
REMOVE graph.held
MERGE (o:Order {id: $id})
ON CREATE SET
  o.number = coalesce(graph.orders, 0) + 1,
  o.text = $text,
  o.told = '',
  o.done = false,
  graph.orders = coalesce(graph.orders, 0) + 1
RETURN o.id AS id
