module.exports = require('../../infra/jest/preset.cjs')(__dirname, { maxWorkers: 1, testTimeout: 120_000 });
