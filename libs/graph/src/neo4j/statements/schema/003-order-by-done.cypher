CREATE INDEX order_by_done IF NOT EXISTS
FOR (o:Order) ON (o.done, o.number)
