// Communities that were heard of by then, each with every founding of it. The checkpoint is read when all that is.
OPTIONAL MATCH (place:Community)
USING INDEX SEEK place:Community(g, id)
WHERE place.g = $g AND place.id IS NOT NULL AND place.recorded <= $position AND place.since <= $validAt
WITH collect({
  id: place.id,
  foundings: [(place)<-[:ABOUT]-(f:Fact {type: 'CommunityFounded'}) | {at: f.at, position: f.position, timeZone: f.timeZone}]
}) AS communities
MATCH (c:Checkpoint {g: $g})
RETURN communities, c.turnedIn AS turned, c.dropping AS dropping
