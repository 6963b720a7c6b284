// Two groups of persons that introductions (or a merge) connect are one from now on: the root of the smaller is put under that of the larger.
UNWIND $rows AS row
MATCH (a:Person {g: $g, id: row.root})
MATCH (b:Person {g: $g, id: row.under})
CREATE (a)-[:WITHIN]->(b)
