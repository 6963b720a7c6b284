// Several blocks as one, which says the same.
MATCH (b:Block)
WHERE b.g = $g AND b.last >= $first AND b.last <= $last
DETACH DELETE b
WITH count(*) AS replaced
CREATE (:Block {g: $g, first: $first, last: $last, size: $size, format: $format, data: $data})
RETURN replaced
