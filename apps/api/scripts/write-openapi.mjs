// Writes apps/api/openapi.json and the README's section about HTTP. Build first: npx nx build @kithline/api
import 'reflect-metadata';
import { readFileSync, writeFileSync } from 'node:fs';
import { openApi } from '../dist/openapi/document.js';
import { withHttp } from '../dist/openapi/http-page.js';

const readme = new URL('../../../README.md', import.meta.url);

writeFileSync(new URL('../openapi.json', import.meta.url), `${JSON.stringify(openApi(), null, 2)}\n`);
writeFileSync(readme, withHttp(readFileSync(readme, 'utf8')));
