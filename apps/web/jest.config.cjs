module.exports = require('../../infra/jest/preset.cjs')(__dirname, {
  testEnvironment: 'jsdom',
  testEnvironmentOptions: { customExportConditions: ['@kithline/source', 'node', 'node-addons'] },
});
