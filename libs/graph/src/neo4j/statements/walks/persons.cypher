// What decides about persons on a walk, under each of their ids: how they came and (where asked) whom they brought, what they said of being
// named, whom they are merged with; and one fact about them from a source that a statement covers. Where asked, also about those who may
// stand above them: introducers of introducers, nearest first, but for those whose introduction the joining does not name; what is left
// out, or further up, is asked for when it is missed. Everybody is met once, however many ways lead to them: the plan prunes the others only
// because nothing is asked but who is met. The checkpoint is read when all that is.
UNWIND $ids AS id
MATCH (p:Person {g: $g, id: id})
MATCH (p)<-[ways:INTRODUCED*0..16]-(q:Person)
WHERE all(by IN ways WHERE $above AND NOT EXISTS {
  WITH endNode(by) AS lower
  MATCH (lower)-[j:JOINED]->()
  WHERE j.introduction <> by.introduction
})
WITH DISTINCT q LIMIT $most
OPTIONAL MATCH (member:Person {g: $g, rep: q.rep})
WITH DISTINCT coalesce(member, q) AS x
WHERE x.recorded <= $position
WITH x, size($sources) > 0 AS anyCovered
WITH x, anyCovered,
     CASE WHEN anyCovered THEN COLLECT {
       MATCH (x)-[r:JOINED|TOUCHED|CHECKED_IN|LEFT|REJOINED|INTRODUCED|REFERRED_TO|DRAFTED_TO|REFERRED|DRAFTED|REASSIGNED_TO|MERGED|UNMERGED]-()
       WHERE r.source IN $sources AND r.position <= $position
       RETURN [type(r), startNode(r).id, endNode(r).id, properties(r)] LIMIT 1
     } ELSE [] END AS covered
WITH x, covered, anyCovered AND size(covered) = 0 AS uncovered
WITH x, covered, uncovered,
     CASE WHEN uncovered THEN COLLECT {
       MATCH (x)<-[:ABOUT]-(f:Fact)
       WHERE f.source IN $sources AND f.position <= $position
       RETURN [x.id, properties(f)] LIMIT 1
     } ELSE [] END AS score,
     CASE WHEN uncovered THEN COLLECT {
       MATCH (x)<-[:OF]-(r:Referral)<-[:ABOUT]-(f:Fact)
       WHERE f.source IN $sources AND f.position <= $position
       RETURN DISTINCT r
     } ELSE [] END AS referrals
WITH collect({
  id: x.id,
  rep: coalesce(x.rep, x.id),
  edges: [(x)-[r:JOINED|REASSIGNED_TO|INTRODUCED|MERGED|UNMERGED]-(y)
          WHERE $brought OR type(r) IN ['MERGED', 'UNMERGED'] OR CASE type(r) WHEN 'INTRODUCED' THEN endNode(r) ELSE startNode(r) END = x
          | [type(r), startNode(r).id, endNode(r).id, properties(r)]],
  elsewhere: [(x)-[:OF|CAME_BY]-(i:Introduction)-[:OF]->(y)<-[r:INTRODUCED]-(z)
              WHERE y <> x AND r.introduction = i.id | [type(r), z.id, y.id, properties(r)]],
  joiners: CASE WHEN $brought THEN
             [(x)-[r:INTRODUCED]->()<-[:OF]-(i:Introduction)<-[:CAME_BY]-(y) WHERE i.id = r.introduction | y.id]
           ELSE [] END,
  facts: [(x)<-[:ABOUT]-(f:Fact) WHERE f.type <> 'OutcomeMeasured' | [x.id, properties(f)]] +
         [(x)-[:OF|CAME_BY]-(i:Introduction)<-[:ABOUT]-(f:Fact) | [i.id, properties(f)]],
  covered: covered + COLLECT {
    UNWIND referrals AS r
    MATCH (r)-[:OF]->(client:Person)-[made:REFERRED_TO]->(practitioner:Person)
    WHERE made.referral = r.id
    RETURN [type(made), client.id, practitioner.id, properties(made)]
  },
  coveredFacts: score + COLLECT {
    UNWIND referrals AS r
    MATCH (r)<-[:ABOUT]-(f:Fact)
    RETURN [r.id, properties(f)]
  }
}) AS persons
MATCH (c:Checkpoint {g: $g})
RETURN persons, c.turnedIn AS turned, c.dropping AS dropping
