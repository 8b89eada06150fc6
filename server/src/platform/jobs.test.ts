import { describe, expect, it } from 'vitest';
import { useProgram } from '../../test/kit/rooms.ts';
import { appUrlOf, createLog, openJobs } from './index.ts';

const kit = useProgram();

describe('jobs', () => {
  it('are done by the program’s own role, and opened again where they were opened before', async () => {
    const { ownerUrl, database } = kit();
    let runs = 0;
    const job = {
      name: 'count-up',
      cron: '* * * * *',
      run: async () => {
        runs += 1;
      },
    };
    const errors: string[] = [];
    const needs = {
      ownerUrl,
      url: appUrlOf(ownerUrl),
      jobs: [job],
      log: createLog('error', (line) => errors.push(line) > 0),
    };
    const jobs = await openJobs(needs);
    await database.pool.query("insert into jobs.job (name) values ('count-up')");
    await expect.poll(() => runs, { timeout: 20_000 }).toBe(1);
    await jobs.close();
    await (await openJobs(needs)).close();
    expect(errors).toEqual([]);
  });
});
