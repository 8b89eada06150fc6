/** One demonstration township for all journeys. */

import type { TestProject } from 'vitest/node';
import { startCommand } from './program.ts';

declare module 'vitest' {
  interface ProvidedContext {
    demonstration: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  // Whoever writes a page walks its journey again and again on one that is running already.
  const { DEMONSTRATION: given } = process.env;
  if (given !== undefined) {
    project.provide('demonstration', given);
    return async () => {};
  }
  const running = await startCommand('--demo');
  project.provide('demonstration', running.origin);
  return running.stop;
}
