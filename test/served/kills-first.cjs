const Sequencer = require('@jest/test-sequencer').default;

const isKills = ({ path }) => path.endsWith('kills.spec.ts');

/** The kills take longer than all else, so they begin first. */
module.exports = class extends Sequencer {
  sort(tests) {
    return [...tests.filter(isKills), ...tests.filter((test) => !isKills(test))];
  }
};
