// Who referred the person, where somebody did: the other hop of the same fact.
UNWIND range(0, size($position) - 1) AS row
MATCH (referrer:Person {g: $g, id: $referrer[row]})
MATCH (client:Person {g: $g, id: $person[row]})
CREATE (referrer)-[:REFERRED {position: $position[row], at: $at[row], source: $source[row], referral: $referral[row], practitioner: $practitioner[row]}]->(client)
RETURN count(*) AS recorded
