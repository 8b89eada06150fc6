/** The way of one file to the server. No React here, so that a test can hold server and clock. */

import { isOutage, type Problem, problemOf } from '../api/problem.ts';

/** `unconfirmed`: waits for a person. `queued`: for the file before. `waiting`: an outage, goes on by itself. `refused`: a rule said no. */
export type UploadStep =
  | 'unconfirmed'
  | 'queued'
  | 'hashing'
  | 'sending'
  | 'examining'
  | 'waiting'
  | 'refused'
  | 'failed'
  | 'kept';

export interface UploadState<Kept> {
  readonly step: UploadStep;
  /** Bytes that are hashed, or safe on the server: of the step that is under way. */
  readonly done: number;
  /** Why it was refused or failed, or why the server is away. */
  readonly problem?: Problem;
  /** What the server made of it, once it is kept. */
  readonly kept?: Kept;
  /** Sentences about what was put right. */
  readonly notices: readonly string[];
}

/** What a file needs of the world. Every call throws what `problemOf` reads. */
export interface UploadParts<Kept> {
  hash(file: File, progress: (bytes: number) => void): Promise<string>;
  /** Announces the file; `key` is the same for every repetition. */
  open(sha256: string, key: string, signal: AbortSignal): Promise<Arrived>;
  arrived(uploadId: string, signal: AbortSignal): Promise<Arrived>;
  send(uploadId: string, offset: number, signal: AbortSignal): Promise<{ received: number }>;
  finish(uploadId: string, signal: AbortSignal): Promise<Finished<Kept>>;
  drop(uploadId: string): Promise<unknown>;
  newKey(): string;
  /** Runs `go` after `ms`, or earlier when the network is back; answers how to forget it. */
  later(go: () => void, ms: number): () => void;
  changed(state: UploadState<Kept>): void;
}

interface Arrived {
  uploadId: string;
  received: number;
}

type Finished<Kept> =
  | { state: 'examining' }
  | { state: 'kept'; evidence: Kept; notices: readonly string[] };

const pauses = [2_000, 5_000, 15_000, 30_000];
const examinePause = 400;
/** The server still has a hand on the part before: not refused, only too early. */
const tooEarly = new Set(['evidence.upload-busy', 'evidence.part-misplaced']);

/** Sends one file; after an outage it asks how far it came and goes on from there. */
export class Uploading<Kept> {
  readonly file: File;
  readonly #parts: UploadParts<Kept>;
  readonly #key: string;
  #state: UploadState<Kept> = { step: 'unconfirmed', done: 0, notices: [] };
  #sha256 = '';
  #uploadId = '';
  #failures = 0;
  #attempt: AbortController | undefined;
  #forget: (() => void) | undefined;
  #settle: (() => void) | undefined;
  #isLeft = false;

  constructor(file: File, parts: UploadParts<Kept>) {
    this.file = file;
    this.#parts = parts;
    this.#key = parts.newKey();
  }

  get state(): UploadState<Kept> {
    return this.#state;
  }

  /** SHA-256 of the file as it lies on this computer; '' before it is known. */
  get sha256(): string {
    return this.#sha256;
  }

  /** True from the confirmation until it is kept or refused. */
  get isUnderWay(): boolean {
    return ['queued', 'hashing', 'sending', 'examining', 'waiting'].includes(this.#state.step);
  }

  /**
   * Sends it when its `turn` comes, for somebody has confirmed what it holds; ends when it is kept,
   * refused or left.
   */
  async confirm(turn: Promise<void>): Promise<void> {
    this.#set({ step: 'queued', done: 0 });
    await turn;
    if (this.#isLeft) return;
    await new Promise<void>((settle) => {
      this.#settle = settle;
      void this.#go();
    });
  }

  /** Goes on now: instead of waiting, or after what stood in the way was put right. */
  retry(): void {
    if (['waiting', 'refused', 'failed'].includes(this.#state.step)) void this.#go();
  }

  /** The network is away: an open request would hang on it for minutes. */
  interrupt(): void {
    this.#attempt?.abort();
  }

  /** Leaves the file; what the server has of it is thrown away there. */
  leave(): void {
    this.#isLeft = true;
    this.#forget?.();
    this.#attempt?.abort();
    this.#end();
    // If the server is not there to hear it, it throws the file away by itself after some days.
    if (this.#uploadId !== '') void this.#parts.drop(this.#uploadId).catch(() => {});
  }

  async #go(): Promise<void> {
    this.#forget?.();
    this.#forget = undefined;
    const attempt = new AbortController();
    this.#attempt = attempt;
    try {
      await this.#send(attempt.signal);
      this.#end();
    } catch (error) {
      if (!this.#isLeft) this.#meet(error, attempt.signal.aborted);
    }
  }

  async #send(signal: AbortSignal): Promise<void> {
    if (this.#sha256 === '') {
      const { hash } = this.#parts;
      this.#sha256 = await hash(this.file, (done) => this.#set({ step: 'hashing', done }));
      if (this.#isLeft) return;
    }
    const { received } = await this.#opened(signal);
    let done = received;
    this.#set({ step: 'sending', done });
    while (done < this.file.size) {
      done = (await this.#parts.send(this.#uploadId, done, signal)).received;
      this.#failures = 0;
      this.#set({ step: 'sending', done });
    }
    this.#set({ step: 'examining', done });
    for (;;) {
      const reply = await this.#parts.finish(this.#uploadId, signal);
      if (reply.state === 'kept') {
        this.#uploadId = ''; // nothing is on its way any more, so nothing is dropped
        const { evidence: kept, notices } = reply;
        this.#set({ step: 'kept', done, kept, notices });
        return;
      }
      await new Promise<void>((go) => this.#parts.later(go, examinePause));
      if (this.#isLeft) return;
    }
  }

  async #opened(signal: AbortSignal): Promise<Arrived> {
    if (this.#uploadId !== '') return this.#parts.arrived(this.#uploadId, signal);
    const opened = await this.#parts.open(this.#sha256, this.#key, signal);
    this.#uploadId = opened.uploadId;
    return opened;
  }

  #meet(error: unknown, wasInterrupted: boolean): void {
    const problem = problemOf(error);
    const { done } = this.#state;
    if (wasInterrupted || isOutage(error) || tooEarly.has(problem?.code ?? '')) {
      const pause = pauses[Math.min(this.#failures, pauses.length - 1)] ?? 30_000;
      this.#failures += 1;
      this.#set({ step: 'waiting', done, ...(problem && { problem }) });
      this.#forget = this.#parts.later(() => void this.#go(), pause);
      return;
    }
    const isRefused = problem !== undefined && problem.status < 500;
    this.#set({ step: isRefused ? 'refused' : 'failed', done, ...(problem && { problem }) });
    this.#end();
  }

  #end(): void {
    this.#settle?.();
    this.#settle = undefined;
  }

  #set(state: Omit<UploadState<Kept>, 'notices'> & { notices?: readonly string[] }): void {
    if (this.#isLeft) return;
    this.#state = { notices: [], ...state };
    this.#parts.changed(this.#state);
  }
}
