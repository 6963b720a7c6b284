// What readers go by is told in one property (generation/publish): of the generations that there are, for the first time.
MATCH (c:Checkpoint)
SET c.held = true
WITH c
SET c.shown = '{"position":' + toString(c.position) + ',"recordedAt":' + coalesce(toString(c.recordedAt), 'null')
      + ',"batch":' + toString(c.batch) + ',"turned":' + toString(c.turnedIn)
      + ',"earliest":' + coalesce(toString(c.earliest), 'null') + ',"latest":' + coalesce(toString(c.latest), 'null') + '}',
    c.shownLedger = toString(c.batch) + ':' + c.ledger
REMOVE c.held
