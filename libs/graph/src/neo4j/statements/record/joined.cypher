UNWIND range(0, size($position) - 1) AS row
MATCH (a:Person {g: $g, id: $person[row]})
MATCH (b:Community {g: $g, id: $community[row]})
CREATE (a)-[:JOINED {position: $position[row], at: $at[row], source: $source[row], introduction: $introduction[row], pathway: $pathway[row]}]->(b)
RETURN count(*) AS recorded
