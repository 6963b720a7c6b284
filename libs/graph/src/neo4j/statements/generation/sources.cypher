MATCH (s:Source)
WHERE s.g = $g AND s.number IS NOT NULL
RETURN s.id AS source ORDER BY s.number
