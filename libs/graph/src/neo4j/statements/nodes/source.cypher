UNWIND $ids AS id
CREATE (:Source {g: $g, id: id.id, number: id.number})
