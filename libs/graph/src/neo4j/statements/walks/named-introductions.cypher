// Introductions that somebody's joining names though they were made of somebody else.
UNWIND $ids AS id
MATCH (i:Introduction {g: $g, id: id})-[:OF]->(b:Person)<-[r:INTRODUCED]-(a:Person)
WHERE r.introduction = i.id
WITH collect(['INTRODUCED', a.id, b.id, properties(r)]) AS edges,
     collect([(i)<-[:ABOUT]-(f:Fact) | [i.id, properties(f)]]) AS facts
RETURN edges, reduce(all = [], some IN facts | all + some) AS facts
