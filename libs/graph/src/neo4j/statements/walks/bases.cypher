// Every statement that covers a source, and every revocation.
MATCH (b:ConsentBasis)
USING INDEX SEEK b:ConsentBasis(g, id)
WHERE b.g = $g AND b.id IS NOT NULL
MATCH (b)<-[:ABOUT]-(f:Fact)
RETURN collect([b.id, properties(f)]) AS facts
