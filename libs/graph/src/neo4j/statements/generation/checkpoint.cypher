MATCH (c:Checkpoint {g: $g})
RETURN c.id AS id, c.position AS position, c.recordedAt AS recordedAt, c.ledger AS ledger, c.batch AS batch,
       c.turnedIn AS turned, c.earliest AS earliest, c.latest AS latest, c.dropping AS dropping
