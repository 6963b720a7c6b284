/** Jest with one real Neo4j for the whole run. Its specs share the graph that is live there, so they run one after the other. */
const path = require('node:path');
const preset = require('./preset.cjs');

module.exports = (dir) =>
  preset(dir, {
    globalSetup: path.join(__dirname, 'start-neo4j.mjs'),
    globalTeardown: path.join(__dirname, 'end-neo4j.mjs'),
    maxWorkers: 1,
    testTimeout: 300_000, // a busy machine starts a Neo4j in minutes
  });
