module.exports = require('../../infra/jest/with-neo4j.cjs')(__dirname);
