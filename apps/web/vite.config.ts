import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** While developing, questions go to an api of one's own: `KITHLINE_API=http://127.0.0.1:PORT npx vite`. */
const proxy = { '/v1': process.env['KITHLINE_API'] ?? 'http://127.0.0.1:3210' };

export default defineConfig({
  plugins: [react()],
  server: { host: '127.0.0.1', proxy },
  preview: { host: '127.0.0.1', proxy },
  // Nothing inline: the page is served under a policy that runs and shows only what comes from its own server.
  build: { outDir: 'dist', emptyOutDir: true, assetsInlineLimit: 0, modulePreload: { polyfill: false }, sourcemap: true, manifest: true },
});
