UNWIND range(0, size($position) - 1) AS row
MATCH (a:Person {g: $g, id: $person[row]})
MATCH (b:Person {g: $g, id: $introducer[row]})
CREATE (a)-[:REASSIGNED_TO {position: $position[row], at: $at[row], source: $source[row], introduction: $introduction[row]}]->(b)
RETURN count(*) AS recorded
