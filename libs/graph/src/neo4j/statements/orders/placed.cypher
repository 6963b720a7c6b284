MATCH (o:Order)
WHERE o.number > 0
WITH o ORDER BY o.number DESC LIMIT 100
WITH o ORDER BY o.number
RETURN o.id AS id, o.text AS text, o.told AS told, o.done AS done
