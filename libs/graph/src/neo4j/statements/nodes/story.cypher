// What decides about persons on a walk stands with them (stories.ts), and beside it the introduction that their first joining names.
UNWIND $rows AS row
MATCH (p:Person {g: $g, id: row.id})
SET p.story = row.story, p.joinedBy = row.joinedBy
