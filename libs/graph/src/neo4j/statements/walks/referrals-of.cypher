// The referrals made for a person, under whichever of their ids. The checkpoint is read when all that is.
OPTIONAL MATCH (p:Person {g: $g, id: $person})
OPTIONAL MATCH (other:Person {g: $g, rep: p.rep})
WITH p, collect(other) AS others
UNWIND CASE WHEN size(others) = 0 THEN [p] ELSE others END AS member
OPTIONAL MATCH (member)-[r:REFERRED_TO]->()
WITH r.referral AS referral, min(r.position) AS position
ORDER BY position
WITH collect(referral) AS referrals
MATCH (c:Checkpoint {g: $g})
RETURN referrals, c.turnedIn AS turned, c.dropping AS dropping
