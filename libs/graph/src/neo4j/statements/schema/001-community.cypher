CREATE CONSTRAINT community_is_one IF NOT EXISTS
FOR (c:Community) REQUIRE (c.g, c.id) IS UNIQUE
