import type { TouchpointEvent } from '../event.ts';
import { canonicalEvent } from './canonical-event.ts';

/**
 * The line of an event, without a line break: what the log keeps and hashes, and what `export` writes before it adds `recordedat` and
 * `hash`. Two deliveries of one event that differ in the order of keys or in the offset of their times give the same line.
 */
export const encodeLine = (event: TouchpointEvent): string => JSON.stringify(canonicalEvent(event));
