// Who referred the person, where somebody did: the other hop of the same fact.
UNWIND $rows AS row
MATCH (referrer:Person {g: $g, id: row.referrer})
MATCH (client:Person {g: $g, id: row.person})
CREATE (referrer)-[:DRAFTED {position: row.position, at: row.at, referral: row.referral}]->(client)
RETURN count(*) AS recorded
