/** How the office pages are built and served while they are written. */

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { addresses } from './src/api/addresses.ts';

const server = `http://127.0.0.1:${process.env.PORT ?? '8080'}`;

/** Libraries that change more seldom than our pages, so that a browser keeps them over an update. */
const libraries = [
  { name: 'react', test: /node_modules\/(?:react|react-dom|scheduler)\// },
  { name: 'tanstack', test: /node_modules\/@tanstack\// },
  { name: 'orpc', test: /node_modules\/@orpc\// },
];

/** Ships what the module of the addresses makes instead of the module, which needs the whole contract. */
const readyAddresses: Plugin = {
  name: 'ready-addresses',
  load: (id) =>
    id === join(import.meta.dirname, 'src/api/addresses.ts')
      ? { code: `export const addresses = ${JSON.stringify(addresses)};`, moduleType: 'js' }
      : undefined,
};

/**
 * Writes each file compressed beside itself, once and well; the server sends it as it lies there. A
 * browser takes brotli over a connection with a certificate only, gzip over any.
 */
const packed: Plugin = {
  name: 'packed',
  apply: 'build',
  writeBundle: async ({ dir = '' }, bundle) => {
    const names = Object.keys(bundle).filter((name) => /\.(?:js|css|html)$/.test(name));
    await Promise.all(
      names.map(async (name) => {
        const bytes = await readFile(join(dir, name));
        await writeFile(join(dir, `${name}.br`), await promisify(brotliCompress)(bytes));
        await writeFile(join(dir, `${name}.gz`), await promisify(gzip)(bytes, { level: 9 }));
      }),
    );
  },
};

/**
 * The oldest browsers that the pages promise to run in, written here and nowhere else. Chromium 109
 * is the last for Windows 7, which village halls still have; Firefox knows `:has()` from 121 on.
 * The bundler rewrites newer syntax; newer functions and styles are refused by browsers.test.ts.
 */
const browsers = ['chrome109', 'edge109', 'firefox121', 'safari16'];

export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  plugins: [react(), readyAddresses, packed],
  server: { proxy: { '/api': { target: server, changeOrigin: false } } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: browsers,
    // The form library is left to the bundler: only the pages with a form load it, part by part.
    rolldownOptions: { output: { codeSplitting: { groups: libraries } } },
  },
});
