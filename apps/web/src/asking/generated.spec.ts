/** @jest-environment node */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const tool = join(import.meta.dirname, '../../../../node_modules/openapi-typescript/bin/cli.js');

describe('The generated client', () => {
  it('is that of the OpenAPI document: otherwise run `npm run generate -w @kithline/web`', () => {
    const document = join(import.meta.dirname, '../../../api/openapi.json');
    const fresh = execFileSync(process.execPath, [tool, document], {
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    expect(readFileSync(join(import.meta.dirname, 'generated/api.d.ts'), 'utf8') === fresh).toBe(true);
  });
});
