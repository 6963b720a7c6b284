CREATE (:Block {g: $g, first: $first, last: $last, size: $size, format: $format, data: $data})
