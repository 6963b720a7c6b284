// What is still to be done, the oldest first, however much was done since; and the newest of what was.
CALL () {
  MATCH (o:Order {done: false})
  WHERE o.number > 0
  RETURN o ORDER BY o.number LIMIT 100
UNION
  MATCH (o:Order {done: true})
  WHERE o.number > 0
  RETURN o ORDER BY o.number DESC LIMIT 100
}
RETURN o.id AS id, o.text AS text, o.told AS told, o.done AS done
ORDER BY o.number
