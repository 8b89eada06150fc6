/** Hands work to a thread, so that a page never waits for another town's arithmetic. */

import { Worker } from 'node:worker_threads';
import { Refusal } from '../platform/index.ts';
import { keepLatest } from './keep-latest.ts';
import type { TownBooks } from './town-books.ts';
import type { TownInput } from './town-folder.ts';
import type { JobName, Jobs } from './work.ts';
import type { WorkAnswer, WorkAsked } from './work-thread.ts';

/**
 * Does a job on a town's books; throws a `Refusal` where the work itself says no. A list that was
 * worked out is kept: while nothing in the books changes, who asks again waits for nobody.
 */
export interface Workshop {
  work<J extends JobName>(...asked: Work<J>): Promise<Done<J>>;
  /** Starts the thread before its first job, where one is sure to come: a start takes a second or two. */
  begin(): void;
  close(): Promise<void>;
}

type Books = Pick<TownBooks, 'key' | 'read'>;
type Work<J extends JobName> = [books: Books, job: J, data: Parameters<Jobs[J]>[1]];
type Done<J extends JobName> = Awaited<ReturnType<Jobs[J]>>;

interface Waiting {
  readonly asked: Omit<WorkAsked, 'id' | 'input'>;
  readonly input: TownInput;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** A list of twenty villages takes some fifty kilobytes. */
const listsMax = 200;

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

  const worked = async (books: Books, asked: Waiting['asked']): Promise<unknown> => {
    const input = await books.read();
    return new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { asked, input, resolve, reject });
      started().postMessage({ ...asked, id: last } satisfies WorkAsked);
    });
  };
  const lists = new Map<string, Promise<unknown>>();
  const listOf: typeof worked = (books, asked) => {
    const name = `${asked.key} ${JSON.stringify(asked.data)}`;
    const list = lists.get(name) ?? worked(books, asked);
    keepLatest(lists, name, list, listsMax);
    list.catch(() => lists.delete(name));
    return list;
  };

  return {
    work<J extends JobName>(...[books, job, data]: Work<J>) {
      const asked = { key: books.key, job, data };
      const answer = job === 'standings' ? listOf(books, asked) : worked(books, asked);
      return answer as Promise<Done<J>>;
    },
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
