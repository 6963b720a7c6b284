// Facts that have one end: a node each, with all they say.
UNWIND range(0, size($position) - 1) AS row
MATCH (s:Person {g: $g, id: $about[row]})
CREATE (:Fact {type: $type[row], position: $position[row], at: $at[row], source: $source[row], purposes: $purposes[row], since: $since[row], erase: $erase[row], community: $community[row], communities: $communities[row], instrument: $instrument[row], version: $version[row], total: $total[row]})-[:ABOUT]->(s)
RETURN count(*) AS recorded
