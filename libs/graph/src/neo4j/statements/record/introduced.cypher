UNWIND range(0, size($position) - 1) AS row
MATCH (a:Person {g: $g, id: $introducer[row]})
MATCH (b:Person {g: $g, id: $introducee[row]})
MATCH (i:Introduction {g: $g, id: $introduction[row]})
CREATE (a)-[:INTRODUCED {position: $position[row], at: $at[row], source: $source[row], introduction: $introduction[row], community: $community[row], kind: $kind[row], until: $until[row]}]->(b)
CREATE (i)-[:OF {position: $position[row]}]->(b)
RETURN count(*) AS recorded
