import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['kernel/**/*.test.ts', 'server/**/*.test.ts'], testTimeout: 60_000 },
});
