// Writes docs/events.md from the schemas of the events. Build first: npx nx build @kithline/touchpoints
import { writeFileSync } from 'node:fs';
import { eventCatalogue } from '@kithline/touchpoints';

writeFileSync(new URL('../../../docs/events.md', import.meta.url), eventCatalogue());
