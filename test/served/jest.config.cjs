/** Each spec starts stores of its own, and mostly waits for them: several run at a time. */
module.exports = require('../../infra/jest/preset.cjs')(__dirname, {
  maxWorkers: 3,
  testSequencer: require.resolve('./kills-first.cjs'),
  testTimeout: 300_000, // a busy machine starts a Neo4j in minutes
});
