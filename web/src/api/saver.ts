/** The life of one deed on its way to the server. No React here, so that a test can run the clock. */

import { isOutage, type Problem, problemOf } from './problem.ts';

/** `waiting`: an outage, will be sent again by itself. `refused`: a rule said no. `failed`: a bug. */
export type SaveStep = 'idle' | 'saving' | 'waiting' | 'refused' | 'failed' | 'saved';

export interface SaveState {
  step: SaveStep;
  /** Why it was refused or failed. */
  problem?: Problem;
  /** The last outage was the server's (a reply came), not the network's. */
  byServer?: boolean;
}

export interface SaverParts<Input, Output> {
  call(input: Input, idempotencyKey: string): Promise<Output>;
  newKey(): string;
  /** Runs `send` after `ms`, or earlier when the network is back; answers how to forget it. */
  later(send: () => void, ms: number): () => void;
  changed(state: SaveState): void;
  onSaved?(output: Output, input: Input): void;
}

const pauses = [2_000, 5_000, 15_000, 30_000];

/** Sends deeds one after the other; each keeps its key until an answer came. */
export class Saver<Input, Output> {
  #state: SaveState = { step: 'idle' };
  readonly #parts: SaverParts<Input, Output>;
  readonly #queue: { input: Input; key: string; settle(output: Output | undefined): void }[] = [];
  #failures = 0;
  #forget: (() => void) | undefined;

  constructor(parts: SaverParts<Input, Output>) {
    this.#parts = parts;
  }

  get state(): SaveState {
    return this.#state;
  }

  /** True while something typed has not reached the server. */
  get isBusy(): boolean {
    return this.#queue.length > 0;
  }

  /** Answers what the server answered; undefined when it was refused, with the reason in `state`. */
  run(input: Input): Promise<Output | undefined> {
    return new Promise((settle) => {
      this.#queue.push({ input, key: this.#parts.newKey(), settle });
      if (this.#queue.length === 1) void this.#send();
    });
  }

  /** Sends again now instead of waiting. */
  retry(): void {
    if (this.#state.step === 'waiting') void this.#send();
  }

  /** Forgets the last answer, for a form that is opened anew. */
  reset(): void {
    if (!this.isBusy) this.#set({ step: 'idle' });
  }

  /** Stops sending by itself; what waits stays unsent. */
  stop(): void {
    this.#forget?.();
  }

  async #send(): Promise<void> {
    const next = this.#queue[0];
    if (next === undefined) return;
    this.#forget?.();
    this.#forget = undefined;
    this.#set({ step: 'saving' });
    try {
      const output = await this.#parts.call(next.input, next.key);
      this.#failures = 0;
      this.#queue.shift();
      this.#set({ step: 'saved' });
      this.#parts.onSaved?.(output, next.input);
      next.settle(output);
      void this.#send();
    } catch (error) {
      this.#refuse(error);
    }
  }

  #refuse(error: unknown): void {
    const problem = problemOf(error);
    if (isOutage(error)) {
      const pause = pauses[Math.min(this.#failures, pauses.length - 1)] ?? 30_000;
      this.#failures += 1;
      this.#set({ step: 'waiting', byServer: problem !== undefined, ...(problem && { problem }) });
      this.#forget = this.#parts.later(() => void this.#send(), pause);
      return;
    }
    // What was queued behind a refusal was typed on the ground that it would pass: it waits for a person.
    const refused = this.#queue.splice(0);
    const step = problem !== undefined && problem.status < 500 ? 'refused' : 'failed';
    this.#set({ step, ...(problem && { problem }) });
    for (const { settle } of refused) settle(undefined);
  }

  #set(state: SaveState): void {
    this.#state = state;
    this.#parts.changed(state);
  }
}
