import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** By name: the journeys share one town, so their order must be the same on every machine. */
class ByName extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files.toSorted((a, b) => (a.moduleId < b.moduleId ? -1 : 1));
  }
}

// Journeys in a real browser on the demonstration township: npm run e2e [-- ROOM].
export default defineConfig({
  test: {
    include: ['web/e2e/*.e2e.ts'],
    globalSetup: ['web/e2e/kit/demonstration.ts'],
    isolate: false, // one process for all files: nothing of a file outlives it but what it imported
    fileParallelism: false, // the journeys share one town, and a machine has two cores
    sequence: { sequencer: ByName },
    testTimeout: 120_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 20_000 } },
  },
});
