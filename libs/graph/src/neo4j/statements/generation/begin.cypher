// A new empty generation. Its number comes again where the server was emptied, its id does not.
// The write before the read takes the lock: two that begin at once get two numbers.
MATCH (graph:Graph {name: 'kithline'})
SET graph.held = true
WITH graph
SET graph.newest = coalesce(graph.newest, 0) + 1
REMOVE graph.held
CREATE (c:Checkpoint {g: graph.newest, id: randomUUID(), position: 0, ledger: '', batch: 0, turnedIn: 0, dropping: false,
  shown: '{"position":0,"recordedAt":null,"batch":0,"turned":0,"earliest":null,"latest":null}', shownLedger: '0:'})
RETURN c.g AS generation
