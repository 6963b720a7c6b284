export { BadSettings } from './bad-settings.ts';
export { type Env, Given } from './given.ts';
export { type ProcessSettings, readProcess, whyNotListening } from './process.ts';
export { type EventStoreSettings, type Neo4jSettings, readStores, type StoreSettings } from './stores.ts';
