// Writes apps/api/openapi.json and the tables of docs/http.md. Build first: npx nx build @kithline/api
import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { openApi } from '../dist/openapi/document.js';
import { httpPage } from '../dist/openapi/http-page.js';

writeFileSync(new URL('../openapi.json', import.meta.url), `${JSON.stringify(openApi(), null, 2)}\n`);
writeFileSync(new URL('../../../docs/http.md', import.meta.url), httpPage());
