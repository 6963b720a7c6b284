/** For the specs of adapters that stand elsewhere: what every log must do, and events to do it with. */
export * from './event-log.contract.ts';
export * from './reading.ts';
export * from './touches.ts';
