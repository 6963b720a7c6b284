MATCH (c:Checkpoint {g: $g})
RETURN c.position AS position, c.recordedAt AS recordedAt, c.ledger AS ledger, c.batch AS batch, c.turned AS turned
