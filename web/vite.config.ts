/** How the office pages are built and served while they are written. */

import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const server = `http://127.0.0.1:${process.env.PORT ?? '8080'}`;

/** Libraries that change more seldom than our pages, so that a browser keeps them over an update. */
const libraries = [
  { name: 'react', test: /node_modules\/(?:react|react-dom|scheduler)\// },
  { name: 'tanstack', test: /node_modules\/@tanstack\// },
  { name: 'contract', test: /node_modules\/(?:@orpc|zod)\/|\/contract\/src\// },
];

export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  plugins: [react()],
  server: { proxy: { '/api': { target: server, changeOrigin: false } } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // The office browsers of 2022 (Chromium 108) and what came after.
    target: ['chrome108', 'edge108', 'firefox115', 'safari16'],
    // The form library is left to the bundler: only the pages with a form load it, part by part.
    rolldownOptions: { output: { codeSplitting: { groups: libraries } } },
  },
});
