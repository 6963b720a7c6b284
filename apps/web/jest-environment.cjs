/* global Headers, Request, Response, TextDecoder, TextEncoder */
const { TestEnvironment } = require('jest-environment-jsdom');

/** A browser's window as jsdom has it, with what browsers have and jsdom lacks, as Node has it. */
module.exports = class extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    Object.assign(this.global, {
      fetch,
      Headers,
      Request,
      Response,
      TextDecoder,
      TextEncoder,
      CSS: { escape: String, supports: () => false },
    });
  }
};
