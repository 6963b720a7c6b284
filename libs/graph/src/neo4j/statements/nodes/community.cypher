// Ids that this generation has not met before, as its one writer knows: what the checkpoint makes happen once needs no MERGE.
// `recorded` is the checkpoint from which on the community is known.
UNWIND $ids AS id
CREATE (:Community {g: $g, id: id, recorded: $recorded})
