// The shortest paths over introductions that may be open, up to so many hops, and whether there could be any at all: who is under different
// roots was never connected. What a person’s erasure takes from them is decided afterwards. The checkpoint is read when all that is.
OPTIONAL MATCH (p:Person {g: $g, id: $from})-[:WITHIN*0..40]->(pRoot:Person)
WHERE NOT EXISTS { (pRoot)-[:WITHIN]->() }
WITH DISTINCT p, pRoot
OPTIONAL MATCH (q:Person {g: $g, id: $to})-[:WITHIN*0..40]->(qRoot:Person)
WHERE NOT EXISTS { (qRoot)-[:WITHIN]->() }
WITH DISTINCT p, q, coalesce(pRoot = qRoot, false) AS connected
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
