// Facts that have one end: a node each, with all they say.
UNWIND range(0, size($position) - 1) AS row
MATCH (s:ConsentBasis {g: $g, id: $about[row]})
CREATE (:Fact {type: $type[row], position: $position[row], at: $at[row], source: $source[row], covers: $covers[row], coversSource: $coversSource[row], purposes: $purposes[row]})-[:ABOUT]->(s)
RETURN count(*) AS recorded
