UNWIND range(0, size($position) - 1) AS row
MATCH (a:Person {g: $g, id: $survivor[row]})
MATCH (b:Person {g: $g, id: $merged[row]})
CREATE (a)-[:UNMERGED {position: $position[row], at: $at[row], source: $source[row]}]->(b)
RETURN count(*) AS recorded
