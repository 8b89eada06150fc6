/**
 * Work that happens by the clock: nightly cleaning and the like. The queue stands in a schema of its
 * own in the same database, so that no second system must be run; it holds no data of any town, and
 * a job sets the tenant of whatever it touches.
 */

import { PgBoss } from 'pg-boss';
import { appRole, ownerClient } from './database/connect.ts';
import type { Log } from './log.ts';

/** A piece of work and when it is done. */
export interface Job {
  /** Letters and hyphens: `evidence-clean`. */
  readonly name: string;
  /** Five fields, in China's time: `30 3 * * *` is half past three at night. */
  readonly cron: string;
  run(): Promise<void>;
}

export interface Jobs {
  /** Waits for the job under way, then ends. */
  close(): Promise<void>;
}

interface JobNeeds {
  readonly ownerUrl: string;
  /** Address of the program's role, by which the work is done. */
  readonly url: string;
  readonly jobs: readonly Job[];
  readonly log: Log;
}

const schema = 'jobs';

/** Makes or upgrades the queue as the owner, then works as the program's role. */
export async function openJobs({ ownerUrl, url, jobs, log }: JobNeeds): Promise<Jobs> {
  await prepare(ownerUrl, jobs);
  const boss = new PgBoss({
    connectionString: url,
    schema,
    max: 2,
    migrate: false,
    createSchema: false,
    reindex: false, // the program's role owns no index
  });
  boss.on('error', (cause) => log.error({ cause }, 'jobs'));
  await boss.start();
  for (const job of jobs) {
    await boss.work(job.name, async () => {
      await job.run();
      log.info({ job: job.name }, 'job done');
    });
    await boss.schedule(job.name, job.cron, null, { tz: 'Asia/Shanghai' });
  }
  return { close: () => boss.stop({ graceful: true }) };
}

async function prepare(ownerUrl: string, jobs: readonly Job[]): Promise<void> {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    schema,
    max: 1,
    supervise: false,
    schedule: false,
  });
  boss.on('error', () => {}); // a failure is thrown by what is awaited
  await boss.start();
  for (const { name } of jobs) await boss.createQueue(name, { retryLimit: 2 });
  await boss.stop({ graceful: false });
  const client = await ownerClient(ownerUrl);
  try {
    await client.query(`
      grant usage on schema ${schema} to ${appRole};
      grant select, insert, update, delete on all tables in schema ${schema} to ${appRole};
      grant usage, select on all sequences in schema ${schema} to ${appRole};
      grant execute on all functions in schema ${schema} to ${appRole};`);
  } finally {
    await client.end();
  }
}
