// What decides about persons on a walk, under each of their ids: how they came and (where asked) whom they brought, what they said of being
// named, whom they are merged with; and one fact about them from a source that a statement covers. The checkpoint is read when all that is.
UNWIND $ids AS id
MATCH (p:Person {g: $g, id: id})
OPTIONAL MATCH (member:Person {g: $g, rep: p.rep})
WITH DISTINCT coalesce(member, p) AS x
WHERE x.recorded <= $position
WITH collect({
  id: x.id,
  edges: [(x)-[r:JOINED|REASSIGNED_TO|MERGED|UNMERGED]->(y) | [type(r), x.id, y.id, properties(r)]] +
         [(x)<-[r:INTRODUCED|MERGED|UNMERGED]-(y) | [type(r), y.id, x.id, properties(r)]],
  brought: CASE WHEN $brought THEN
             [(x)-[r:INTRODUCED]->(y) | [type(r), x.id, y.id, properties(r)]] +
             [(x)<-[r:REASSIGNED_TO]-(y) | [type(r), y.id, x.id, properties(r)]]
           ELSE [] END,
  facts: [(x)<-[:ABOUT]-(f:Fact) WHERE f.type <> 'OutcomeMeasured' | [x.id, properties(f)]] +
         [(x)<-[:OF]-(i:Introduction)<-[:ABOUT]-(f:Fact) | [i.id, properties(f)]],
  covered: CASE WHEN size($sources) = 0 THEN [] ELSE COLLECT {
             MATCH (x)-[r:JOINED|TOUCHED|CHECKED_IN|LEFT|REJOINED|REFERRED_TO|DRAFTED_TO|REASSIGNED_TO|MERGED|UNMERGED]-()
             WHERE r.source IN $sources AND r.position <= $position
             RETURN [type(r), startNode(r).id, endNode(r).id, properties(r)] LIMIT 1
           } END
}) AS persons
MATCH (c:Checkpoint {g: $g})
RETURN persons, c.turned AS turned
