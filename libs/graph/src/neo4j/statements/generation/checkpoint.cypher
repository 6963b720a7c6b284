MATCH (c:Checkpoint {g: $g})
RETURN c.id AS id, c.shown AS shown, c.dropping AS dropping
