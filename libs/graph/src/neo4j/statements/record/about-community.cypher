// Facts that have one end: a node each, with all they say.
UNWIND range(0, size($position) - 1) AS row
MATCH (s:Community {g: $g, id: $about[row]})
CREATE (:Fact {type: $type[row], position: $position[row], at: $at[row], source: $source[row], timeZone: $timeZone[row]})-[:ABOUT]->(s)
RETURN count(*) AS recorded
