UNWIND range(0, size($position) - 1) AS row
MATCH (a:Person {g: $g, id: $person[row]})
MATCH (b:Community {g: $g, id: $community[row]})
CREATE (a)-[:LEFT {position: $position[row], at: $at[row], source: $source[row], reason: $reason[row]}]->(b)
RETURN count(*) AS recorded
