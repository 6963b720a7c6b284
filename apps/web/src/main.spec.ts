/** @jest-environment node */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const built = join(import.meta.dirname, '../dist');
const scripts = () => readdirSync(join(built, 'assets')).filter((name) => name.endsWith('.js'));

describe('The first load', () => {
  it('takes less than 200 kB of compressed script', () => {
    const sizes = scripts().map((name) => gzipSync(readFileSync(join(built, 'assets', name))).length);
    expect(sizes.length).toBeGreaterThan(0);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(200_000);
  });

  it('comes from its own server alone, with nothing inline that a strict policy would refuse', () => {
    const page = readFileSync(join(built, 'index.html'), 'utf8');
    expect(page).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)|(src|href)="(?!\/)/);
    const styles = readdirSync(join(built, 'assets')).filter((name) => name.endsWith('.css'));
    for (const name of styles) expect(readFileSync(join(built, 'assets', name), 'utf8')).not.toMatch(/url\(|@import/);
  });
});
