/** One database server for all room tests, with one migrated template that each file copies. */

import type { TestProject } from 'vitest/node';
import { ensureAppRole } from '../../src/platform/database/connect.ts';
import { migrate } from '../../src/platform/database/migrate.ts';
import { newDatabase, scratchServer } from './scratch.ts';

declare module 'vitest' {
  interface ProvidedContext {
    serverUrl: string;
    template: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await scratchServer();
  await ensureAppRole(server.ownerUrl);
  const template = await newDatabase(server.ownerUrl);
  await migrate(template.ownerUrl);
  project.provide('serverUrl', server.ownerUrl);
  project.provide('template', new URL(template.ownerUrl).pathname.slice(1));
  return async () => {
    await template.stop();
    await server.stop();
  };
}
