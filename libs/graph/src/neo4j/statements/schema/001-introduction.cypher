CREATE CONSTRAINT introduction_is_one IF NOT EXISTS
FOR (i:Introduction) REQUIRE (i.g, i.id) IS UNIQUE
