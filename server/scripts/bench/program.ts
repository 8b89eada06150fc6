/** The program as a process of its own, with a clock that stands, so that a run can be compared with another. */

import { createLog } from '../../src/platform/index.ts';
import { startProgram } from '../../src/program.ts';
import { now } from './towns.ts';

/** What the bench hands over. */
export interface ProgramNeeds {
  readonly ownerUrl: string;
  readonly filesFolder: string;
  readonly connections: number;
}

process.once('message', async (needs: ProgramNeeds) => {
  const program = await startBenchProgram(needs);
  await program.http.listen({ port: 0, host: '127.0.0.1' });
  process.send?.(program.http.server.address());
});

/** The same program for the process that writes its statements down. */
export function startBenchProgram(needs: ProgramNeeds) {
  return startProgram({
    ...needs,
    secret: 'a secret of the bench, longer than thirty-two characters',
    origin: 'http://127.0.0.1',
    clock: () => new Date(now),
    log: createLog('error'),
  });
}
