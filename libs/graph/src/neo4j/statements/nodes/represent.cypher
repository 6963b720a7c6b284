// Who stands for whom: those of a merged group bear its representative's id, everybody else none.
UNWIND $rows AS row
MATCH (p:Person {g: $g, id: row.id})
SET p.rep = row.rep
