// When an introduction was first declined, and at which position that was recorded.
UNWIND $ids AS id
MATCH (i:Introduction {g: $g, id: id})
OPTIONAL MATCH (i)<-[:ABOUT]-(f:Fact {type: 'IntroductionDeclined'})
WITH i, f ORDER BY f.at, f.position
WITH i, head(collect({at: f.at, position: f.position})) AS first
MATCH (i)-[:OF]->(b:Person)<-[r:INTRODUCED]-()
WHERE r.introduction = i.id
SET r.declined = first.at, r.declinedBy = first.position
