CREATE INDEX person_by_representative IF NOT EXISTS
FOR (p:Person) ON (p.g, p.rep)
