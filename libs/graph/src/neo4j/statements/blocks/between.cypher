MATCH (b:Block)
WHERE b.g = $g AND b.last >= $first AND b.last <= $last
RETURN b.data AS data
ORDER BY b.last
