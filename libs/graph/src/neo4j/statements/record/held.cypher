UNWIND range(0, size($position) - 1) AS row
MATCH (a:Engagement {g: $g, id: $engagement[row]})
MATCH (b:Community {g: $g, id: $community[row]})
CREATE (a)-[:HELD_IN {position: $position[row], at: $at[row], source: $source[row], endsAt: $endsAt[row]}]->(b)
RETURN count(*) AS recorded
