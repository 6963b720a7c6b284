// Compare and set, before anything else is written: the write before the read takes the lock, so a second writer waits here and then finds no row.
MATCH (c:Checkpoint {g: $g})
SET c.held = true
WITH c
WHERE c.position = $from AND c.batch = $batch AND NOT c.dropping
SET c.position = $position, c.recordedAt = $recordedAt, c.ledger = $ledger, c.batch = $next,
    c.turnedIn = coalesce($turned, c.turnedIn), c.earliest = $earliest, c.latest = $latest
REMOVE c.held
RETURN c.batch AS batch
