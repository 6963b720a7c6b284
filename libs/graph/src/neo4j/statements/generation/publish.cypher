// What was written last is what readers go by from now on. A commit is seen piece by piece until it has come to its end, which who has the
// lock of the checkpoint has waited for; and readers are told in one property, since a commit may come between two.
MATCH (c:Checkpoint {g: $g})
SET c.held = true
WITH c
SET c.shown = '{"position":' + toString(c.position) + ',"recordedAt":' + coalesce(toString(c.recordedAt), 'null')
      + ',"batch":' + toString(c.batch) + ',"turned":' + toString(c.turnedIn)
      + ',"earliest":' + coalesce(toString(c.earliest), 'null') + ',"latest":' + coalesce(toString(c.latest), 'null') + '}',
    c.shownLedger = toString(c.batch) + ':' + c.ledger
REMOVE c.held
