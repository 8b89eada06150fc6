import { defineConfig } from 'vitest/config';

// Journeys in a real browser on the demonstration township: npm run e2e [-- ROOM].
export default defineConfig({
  test: {
    include: ['web/e2e/*.e2e.ts'],
    globalSetup: ['web/e2e/kit/demonstration.ts'],
    fileParallelism: false, // the journeys share one town, and a machine has two cores
    testTimeout: 120_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 20_000 } },
  },
});
