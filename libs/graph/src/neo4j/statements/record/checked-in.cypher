UNWIND range(0, size($position) - 1) AS row
MATCH (a:Person {g: $g, id: $person[row]})
MATCH (b:Engagement {g: $g, id: $engagement[row]})
CREATE (a)-[:CHECKED_IN {position: $position[row], at: $at[row], source: $source[row], community: $community[row]}]->(b)
RETURN count(*) AS recorded
