module.exports = require('../../infra/jest/preset.cjs')(__dirname, { testEnvironment: '<rootDir>/jest-environment.cjs' });
