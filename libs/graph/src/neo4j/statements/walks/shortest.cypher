// The shortest paths over introductions that may be open, up to so many hops, and whether there could be any at all: whose ways up never
// meet were never connected. Roots alone do not tell: a commit may give one to both between the looks at the one and the other. What a
// person’s erasure takes from the paths is decided afterwards. The checkpoint is read when all that is.
OPTIONAL MATCH (p:Person {g: $g, id: $from})-[:WITHIN*0..40]->(over:Person)
WITH DISTINCT p, over
WITH p, collect(over) AS overP
OPTIONAL MATCH (q:Person {g: $g, id: $to})-[:WITHIN*0..40]->(over:Person)
WITH DISTINCT p, q, overP, over
WITH p, q, overP, collect(over) AS overQ
WITH p, q, any(one IN overQ WHERE one IN overP) AS connected
WITH connected, COLLECT {
  WITH p, q, connected
  WHERE connected
  MATCH (a:Person {g: $g, id: coalesce(p.rep, p.id)})
  MATCH (b:Person {g: $g, id: coalesce(q.rep, q.id)})
  WHERE a <> b
  MATCH path = allShortestPaths((a)-[:INTRODUCED|ALSO_INTRODUCED*..24]->(b))
  WHERE all(r IN relationships(path) WHERE
    r.at <= $validAt AND r.position <= $position
    AND (r.declined IS NULL OR r.declined > $validAt OR r.declinedBy > $position)
    AND ($ever OR r.until IS NULL OR r.until > $validAt)
    AND ($kinds IS NULL OR r.kind IN $kinds))
  RETURN [n IN nodes(path) | n.id]
  LIMIT $most
} AS sequences
MATCH (c:Checkpoint {g: $g})
RETURN connected, sequences, c.turnedIn AS turned, c.dropping AS dropping
