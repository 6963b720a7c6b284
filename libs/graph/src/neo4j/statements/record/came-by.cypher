// The introduction that a joining names, where it names one: mostly, but not always, one of the person who joined.
UNWIND range(0, size($position) - 1) AS row
MATCH (p:Person {g: $g, id: $person[row]})
MATCH (i:Introduction {g: $g, id: $introduction[row]})
CREATE (p)-[:CAME_BY {position: $position[row]}]->(i)
RETURN count(*) AS recorded
