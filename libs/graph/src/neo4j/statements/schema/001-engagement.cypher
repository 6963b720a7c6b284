CREATE CONSTRAINT engagement_is_one IF NOT EXISTS
FOR (e:Engagement) REQUIRE (e.g, e.id) IS UNIQUE
