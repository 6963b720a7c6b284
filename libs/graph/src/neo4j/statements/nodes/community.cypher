// Ids that this generation has not met before, as its one writer knows: what the checkpoint makes happen once needs no MERGE.
UNWIND $ids AS id
CREATE (:Community {g: $g, id: id})
