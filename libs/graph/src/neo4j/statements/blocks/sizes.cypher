MATCH (b:Block)
WHERE b.g = $g AND b.last >= 0
RETURN b.first AS first, b.last AS last, b.size AS size
ORDER BY last
