// Facts that have one end: a node each, with all they say.
UNWIND range(0, size($position) - 1) AS row
MATCH (s:Referral {g: $g, id: $about[row]})
CREATE (:Fact {type: $type[row], position: $position[row], at: $at[row], source: $source[row], reason: $reason[row], other: $other[row], session: $session[row], kind: $kind[row], community: $community[row]})-[:ABOUT]->(s)
RETURN count(*) AS recorded
