MATCH (b:Block)
WHERE b.g = $g AND b.last >= 0
WITH b LIMIT $nodes
DELETE b
RETURN count(b) AS dropped
