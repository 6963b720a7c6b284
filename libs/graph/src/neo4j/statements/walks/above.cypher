// Who may stand above a person in their chain: introducers of introducers, nearest first, but for those whose introduction the joining
// does not name. What is left out, or further up, is asked for when it is missed.
MATCH (p:Person {g: $g, id: $person})
MATCH (p)
      ((x:Person)<-[r:INTRODUCED]-(y:Person)
       WHERE NOT EXISTS { (x)-[j:JOINED]->() WHERE j.introduction <> r.introduction }){1, 16}
      (above:Person)
WITH DISTINCT above LIMIT 40
RETURN above.id AS id
