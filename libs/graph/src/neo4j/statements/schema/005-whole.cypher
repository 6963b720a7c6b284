// A node that is deleted while it is read says null for what it said: so a generation says in so many words that it is not being dropped.
MATCH (c:Checkpoint)
SET c.dropping = coalesce(c.dropping, false), c.turnedIn = coalesce(c.turnedIn, 0), c.id = coalesce(c.id, randomUUID()), c.ledger = coalesce(c.ledger, '')
