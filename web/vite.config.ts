/** How the office pages are built and served while they are written. */

import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import { gzipAsync as zopfli } from '@gfx/zopfli';
import react from '@vitejs/plugin-react';
import { build, defineConfig, type Plugin } from 'vite';
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
 * browser takes brotli over a connection with a certificate only, gzip over any. What every page
 * loads is worth the seconds of a slower compressor.
 */
const packed: Plugin = {
  name: 'packed',
  apply: 'build',
  writeBundle: async ({ dir = '' }, bundle) => {
    const names = Object.keys(bundle).filter((name) => /\.(?:js|css|html)$/.test(name));
    const everywhere = new Set(
      Object.values(bundle).flatMap((part) =>
        part.type === 'chunk' && part.isEntry && part.name === 'main'
          ? [part.fileName, ...part.imports]
          : [],
      ),
    );
    await Promise.all(names.map((name) => pack(join(dir, name), everywhere.has(name))));
  },
};

async function pack(file: string, isEverywhere = false): Promise<void> {
  const bytes = await readFile(file);
  await writeFile(`${file}.br`, await promisify(brotliCompress)(bytes));
  const small = isEverywhere
    ? await zopfli(bytes, { numiterations: 5 })
    : await promisify(gzip)(bytes, { level: 9 });
  await writeFile(`${file}.gz`, small);
}

/**
 * Builds the worker of the page of the field, which keeps the files of that page alone and tells a new
 * one by the hash of its content. The library's own builder brings hundreds of packages for this list.
 */
const fieldWorker: Plugin = {
  name: 'field-worker',
  apply: 'build',
  writeBundle: async ({ dir = '' }, bundle) => {
    const page = 'field/index.html';
    const files = [page, ...filesFrom('field', bundle)];
    const listed = await Promise.all(
      files.map(async (name) => {
        const hash = createHash('sha256').update(await readFile(join(dir, name)));
        return {
          url: `/${name}`,
          revision: name === page ? hash.digest('hex').slice(0, 16) : null,
        };
      }),
    );
    await build({
      configFile: false,
      publicDir: false,
      logLevel: 'warn',
      define: {
        fieldFiles: JSON.stringify(listed.sort((a, b) => (a.url < b.url ? -1 : 1))),
        'process.env.NODE_ENV': '"production"',
      },
      build: {
        outDir: join(dir, 'field'),
        emptyOutDir: false,
        target: browsers,
        rolldownOptions: {
          input: join(import.meta.dirname, 'field/worker.ts'),
          output: { entryFileNames: 'worker.js', format: 'iife' },
        },
      },
    });
    await pack(join(dir, 'field/worker.js'));
  },
};

/** The scripts and styles that an entry loads, over all that it imports. */
function filesFrom(entry: string, bundle: Parameters<BundleHook>[1]): string[] {
  const found = new Set<string>();
  const add = (name: string) => {
    const chunk = bundle[name];
    if (chunk?.type !== 'chunk' || found.has(name)) return;
    found.add(name);
    for (const style of chunk.viteMetadata?.importedCss ?? []) found.add(style);
    for (const next of [...chunk.imports, ...chunk.dynamicImports]) add(next);
  };
  for (const [name, part] of Object.entries(bundle)) {
    if (part.type === 'chunk' && part.isEntry && part.name === entry) add(name);
  }
  return [...found];
}

type BundleHook = Extract<NonNullable<Plugin['writeBundle']>, (...all: never[]) => unknown>;

/**
 * The oldest browsers that the pages promise to run in, written here and nowhere else. Chromium 109
 * is the last for Windows 7, which village halls still have; Firefox knows `:has()` from 121 on.
 * The bundler rewrites newer syntax; newer functions and styles are refused by browsers.test.ts.
 */
const browsers = ['chrome109', 'edge109', 'firefox121', 'safari16'];

export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  plugins: [react(), readyAddresses, packed, fieldWorker],
  server: { proxy: { '/api': { target: server, changeOrigin: false } } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: browsers,
    // The form library is left to the bundler: only the pages with a form load it, part by part.
    rolldownOptions: {
      // The office pages, and the page of the field, which is light and opens without a network.
      input: {
        main: join(import.meta.dirname, 'index.html'),
        field: join(import.meta.dirname, 'field/index.html'),
      },
      // Every page ships the list of all parts: short names make it light.
      output: {
        codeSplitting: { groups: libraries },
        chunkFileNames: 'assets/[hash:7].js',
        assetFileNames: 'assets/[hash:7][extname]',
      },
    },
  },
});
