// Beside an introduction of somebody merged: how it runs between representatives.
UNWIND range(0, size($position) - 1) AS row
MATCH (a:Person {g: $g, id: $introducer[row]})
MATCH (b:Person {g: $g, id: $introducee[row]})
CREATE (a)-[:ALSO_INTRODUCED {position: $position[row], at: $at[row], source: $source[row], introduction: $introduction[row], community: $community[row], kind: $kind[row], until: $until[row]}]->(b)
RETURN count(*) AS recorded
