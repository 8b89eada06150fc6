/** Where the time of a start goes: steps, told in one line when all are done. */

/** Steps that may overlap; each is told with its own time. */
export interface Stopwatch {
  /** Runs a step and adds its time to what the step took before. */
  time<T>(step: string, work: () => Promise<T>): Promise<T>;
  /** `数据库 2.1、升级 0.2`, in seconds, in the order in which the steps began. */
  told(): string;
}

/** A watch that starts at zero; `clock` gives milliseconds. */
export function stopwatch(clock: () => number = () => performance.now()): Stopwatch {
  const steps = new Map<string, number>();
  return {
    time: async (step, work) => {
      const began = clock();
      steps.set(step, steps.get(step) ?? 0);
      try {
        return await work();
      } finally {
        steps.set(step, (steps.get(step) ?? 0) + clock() - began);
      }
    },
    told: () =>
      [...steps].map(([step, taken]) => `${step} ${(taken / 1000).toFixed(1)}`).join('、'),
  };
}
