CREATE CONSTRAINT source_is_one IF NOT EXISTS
FOR (s:Source) REQUIRE (s.g, s.number) IS UNIQUE
