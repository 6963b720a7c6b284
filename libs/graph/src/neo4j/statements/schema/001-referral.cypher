CREATE CONSTRAINT referral_is_one IF NOT EXISTS
FOR (r:Referral) REQUIRE (r.g, r.id) IS UNIQUE
