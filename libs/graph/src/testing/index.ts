/** For the specs of adapters that stand elsewhere: what every graph must do, and facts to do it with. */
export * from './drafts.ts';
export * from './facts.ts';
export * from './graph.contract.ts';
export * from './stage.ts';
