// When each community was first heard of.
UNWIND $rows AS row
MATCH (c:Community {g: $g, id: row.id})
SET c.since = row.since
