import { defineConfig } from 'vitest/config';

/** The checks of printed pages: they need Chromium, LibreOffice and poppler, and take their time. */
export default defineConfig({
  test: {
    include: ['server/print/**/*.check.ts'],
    testTimeout: 300_000,
    hookTimeout: 900_000, // a hook prints everything that its file looks at
    // LibreOffice and Chromium use every core themselves.
    fileParallelism: false,
  },
});
