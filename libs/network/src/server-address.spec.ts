import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { addressIn, leaveAddress, takeAddressAway } from './server-address.ts';

describe('The address of a server', () => {
  let folder: string;
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'kithline-address-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  it('stands beside the log until it is taken away', () => {
    expect(addressIn(folder)).toBeUndefined();
    leaveAddress(folder, { url: 'http://127.0.0.1:3210', pid: 7 });
    expect(addressIn(folder)?.href).toBe('http://127.0.0.1:3210/');
    takeAddressAway(folder);
    takeAddressAway(folder);
    expect(addressIn(folder)).toBeUndefined();
  });

  it.each(['{"url":"http://example.org/"}', '{"url":', '{}', '{"url":"nowhere"}'])('is none where %s is written', (text) => {
    writeFileSync(join(folder, 'server.json'), text);
    expect(addressIn(folder)).toBeUndefined();
  });
});
