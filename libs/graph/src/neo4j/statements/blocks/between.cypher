MATCH (b:Block)
WHERE b.g = $g AND b.last >= $first AND b.last <= $last
RETURN b.first AS first, b.last AS last, b.data AS data
ORDER BY last
