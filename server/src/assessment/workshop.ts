/** Hands work to a thread, so that a page never waits for another town's arithmetic. */

import { Worker } from 'node:worker_threads';
import { Refusal } from '../platform/index.ts';
import type { TownInput } from './town-folder.ts';
import type { JobName, Jobs } from './work.ts';
import type { WorkAnswer, WorkAsked } from './work-thread.ts';

/** Does a job on a town's books; throws a `Refusal` where the work itself says no. */
export interface Workshop {
  work<J extends JobName>(
    input: TownInput,
    job: J,
    data: Parameters<Jobs[J]>[1],
  ): Promise<Awaited<ReturnType<Jobs[J]>>>;
  /** Starts the thread before its first job, where one is sure to come: a start takes a second or two. */
  begin(): void;
  close(): Promise<void>;
}

interface Waiting {
  readonly asked: Omit<WorkAsked, 'id' | 'input'>;
  readonly input: TownInput;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** Starts the thread with its first job at the latest, and again after it died. */
export function openWorkshop(): Workshop {
  const waiting = new Map<number, Waiting>();
  let last = 0;
  let thread: Worker | undefined;

  const started = (): Worker => {
    if (thread) return thread;
    const worker = new Worker(new URL('./work-thread.ts', import.meta.url));
    worker.unref();
    worker.on('message', (answer: WorkAnswer) => settle(answer, waiting, worker));
    const died = (error: Error) => {
      if (thread === worker) thread = undefined;
      for (const { reject } of waiting.values()) reject(error);
      waiting.clear();
    };
    worker.on('error', died);
    worker.on('exit', () => died(new Error('the working thread ended')));
    thread = worker;
    return worker;
  };

  return {
    work: (input, job, data) =>
      new Promise((resolve, reject) => {
        last += 1;
        const asked = { key: input.key, job, data };
        waiting.set(last, { asked, input, resolve: resolve as (value: unknown) => void, reject });
        started().postMessage({ ...asked, id: last } satisfies WorkAsked);
      }),
    begin: () => {
      started();
    },
    close: async () => {
      await thread?.terminate();
    },
  };
}

function settle(answer: WorkAnswer, waiting: Map<number, Waiting>, worker: Worker): void {
  const one = waiting.get(answer.id);
  if (!one) return;
  if ('needsInput' in answer) {
    worker.postMessage({ ...one.asked, id: answer.id, input: one.input } satisfies WorkAsked);
    return;
  }
  waiting.delete(answer.id);
  if ('done' in answer) one.resolve(answer.done);
  else if ('refused' in answer) one.reject(new Refusal(answer.refused));
  else one.reject(new Error(answer.failed));
}
