export * from './event-types.ts';
export * from './event.ts';
export * from './ids.ts';
export * from './purposes.ts';
export * from './time.ts';
