// The same beside introductions of merged persons.
UNWIND $ids AS id
MATCH (i:Introduction {g: $g, id: id})-[:OF]->(b:Person)<-[r:INTRODUCED]-()
WHERE r.introduction = i.id
MATCH (y:Person {g: $g, id: coalesce(b.rep, b.id)})<-[also:ALSO_INTRODUCED {position: r.position}]-()
SET also.declined = r.declined, also.declinedBy = r.declinedBy
