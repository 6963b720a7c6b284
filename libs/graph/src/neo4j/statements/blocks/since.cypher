// What was written after batch $known, in order.
MATCH (b:Block)
WHERE b.g = $g AND b.last > $known
RETURN b.first AS first, b.last AS last, b.format AS format, b.data AS data
ORDER BY last
