import { defineConfig } from 'vitest/config';

const shared = { testTimeout: 60_000, hookTimeout: 60_000 }; // building and installing a package takes long on a busy machine

export default defineConfig({
  test: {
    maxWorkers: '100%', // by default one processor idles; on two that is half of the machine
    projects: [
      {
        test: {
          ...shared,
          name: 'pure',
          isolate: false, // as the rooms: most of a file's time went into loading what it tests
          include: [
            'kernel/**/*.test.ts',
            'contract/**/*.test.ts',
            'server/test/**/*.test.ts',
            'web/test/**/*.test.ts',
          ],
        },
      },
      {
        test: {
          ...shared,
          name: 'rooms', // over HTTP, on a database of each file's own
          isolate: false, // the program is loaded once a process instead of once a file
          include: ['server/src/**/*.test.ts'],
          globalSetup: ['server/test/kit/global-setup.ts'],
        },
      },
    ],
  },
});
