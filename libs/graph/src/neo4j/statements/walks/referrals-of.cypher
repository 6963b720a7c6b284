// The referrals made for a person, under whichever of their ids.
MATCH (p:Person {g: $g, id: $person})
OPTIONAL MATCH (other:Person {g: $g, rep: p.rep})
WITH p, collect(other) AS others
UNWIND CASE WHEN size(others) = 0 THEN [p] ELSE others END AS member
MATCH (member)-[r:REFERRED_TO]->()
RETURN r.referral AS referral, min(r.position) AS position
ORDER BY position
