// $count blocks as one, which says the same. No row: the graph is at another batch than that of who merged them, or somebody else merged
// them first. The write before the read takes the lock of the checkpoint, so that nobody writes meanwhile.
MATCH (c:Checkpoint {g: $g})
SET c.held = true
WITH c
WHERE c.batch = $batch AND NOT c.dropping
REMOVE c.held
WITH c
MATCH (b:Block)
WHERE b.g = $g AND b.last >= $first AND b.last <= $last
WITH collect(b) AS blocks, min(b.first) AS begin
WHERE size(blocks) = $count AND begin = $first
FOREACH (b IN blocks | DETACH DELETE b)
CREATE (:Block {g: $g, first: $first, last: $last, size: $size, format: $format, data: $data})
RETURN size(blocks) AS replaced
