UNWIND range(0, size($position) - 1) AS row
MATCH (client:Person {g: $g, id: $person[row]})
MATCH (practitioner:Person {g: $g, id: $practitioner[row]})
MATCH (r:Referral {g: $g, id: $referral[row]})
CREATE (client)-[:REFERRED_TO {position: $position[row], at: $at[row], source: $source[row], referral: $referral[row], referrer: $referrer[row], community: $community[row], sourceKind: $sourceKind[row], observedFrom: $observedFrom[row]}]->(practitioner)
CREATE (r)-[:OF {position: $position[row]}]->(client)
RETURN count(*) AS recorded
