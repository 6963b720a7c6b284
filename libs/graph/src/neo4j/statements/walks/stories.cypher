// The stories of persons on a walk, under each of their ids. Where asked, also of those who may stand above them: introducers of
// introducers, nearest first, but for those whose introduction the joining does not name; what is left out, or further up, is asked for when
// it is missed. Everybody is met once, however many ways lead to them. The checkpoint is read when all that is.
UNWIND $ids AS id
MATCH (p:Person {g: $g, id: id})
MATCH (p)<-[ways:INTRODUCED*0..16]-(q:Person)
WHERE all(by IN ways WHERE $above AND by.introduction = coalesce(endNode(by).joinedBy, by.introduction))
WITH DISTINCT q LIMIT $most
WITH collect(
  CASE WHEN q.rep IS NULL THEN [[q.id, q.rep, q.recorded, q.story]]
  ELSE COLLECT { MATCH (x:Person {g: $g, rep: q.rep}) RETURN [x.id, x.rep, x.recorded, x.story] } END
) AS persons
MATCH (c:Checkpoint {g: $g})
RETURN persons, c.turnedIn AS turned, c.dropping AS dropping
