MATCH (o:Order {id: $id})
SET o.told = $told, o.done = $done
