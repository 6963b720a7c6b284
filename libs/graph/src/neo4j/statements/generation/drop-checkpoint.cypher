MATCH (c:Checkpoint {g: $g})
DELETE c
