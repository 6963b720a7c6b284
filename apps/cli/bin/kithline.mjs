#!/usr/bin/env node
import { existsSync } from 'node:fs';

const main = new URL('../dist/bundle/main.js', import.meta.url);

if (existsSync(main)) {
  await import(main.href);
} else {
  console.error(
    'kithline is not built yet: run `npm run build` in its folder once, or call it as `npm run --silent kithline --`, which builds by itself.',
  );
  process.exitCode = 1;
}
