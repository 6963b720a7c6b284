CREATE CONSTRAINT consent_basis_is_one IF NOT EXISTS
FOR (c:ConsentBasis) REQUIRE (c.g, c.id) IS UNIQUE
