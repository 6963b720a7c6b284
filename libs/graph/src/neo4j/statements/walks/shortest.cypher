// The shortest paths over introductions that may be open: what a person’s erasure takes from them is decided afterwards.
MATCH (p:Person {g: $g, id: $from})
MATCH (q:Person {g: $g, id: $to})
MATCH (a:Person {g: $g, id: coalesce(p.rep, p.id)})
MATCH (b:Person {g: $g, id: coalesce(q.rep, q.id)})
WHERE a <> b
MATCH path = allShortestPaths((a)-[:INTRODUCED|ALSO_INTRODUCED*..24]->(b))
WHERE all(r IN relationships(path) WHERE
  r.at <= $validAt AND r.position <= $position
  AND (r.declined IS NULL OR r.declined > $validAt OR r.declinedBy > $position)
  AND ($ever OR r.until IS NULL OR r.until > $validAt)
  AND ($kinds IS NULL OR r.kind IN $kinds))
RETURN [n IN nodes(path) | n.id] AS ids
LIMIT $most
