MATCH (c:Checkpoint {g: $g})
RETURN c.id AS id, c.shown AS shown, c.shownLedger AS ledger, c.dropping AS dropping
