/** The driver that the log uses, in the version that it uses. */
import { createRequire } from 'node:module';

export const Database = createRequire(new URL('../../../libs/log/package.json', import.meta.url))('better-sqlite3');
