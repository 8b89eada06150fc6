/**
 * A refusal of a request: a rule says no, in a sentence that says what, why and what to do. Each
 * room keeps one table of its problems; the gate rolls back and answers `application/problem+json`.
 */

export type ProblemStatus = 400 | 401 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 423 | 429 | 503;

/** What one problem is: its HTTP status and its sentence in both languages. */
export interface ProblemKind<D = never> {
  readonly status: ProblemStatus;
  /** Name of the constraint of the database whose violation is this problem; its data are empty. */
  readonly constraint?: string;
  readonly zh: (data: D) => string;
  readonly en: (data: D) => string;
}

/** A problem whose sentences need data; one that needs none is written down as it is. */
export function problemKind<D>(kind: ProblemKind<D>): ProblemKind<D> {
  return kind;
}

type DataOf<K> = K extends ProblemKind<infer D> ? D : never;

/** Thrown by deeds; a bug throws anything else. */
export class Problem extends Error {
  readonly code: string;
  readonly status: ProblemStatus;
  readonly english: string;
  readonly data: Readonly<Record<string, unknown>>;

  constructor(
    code: string,
    kind: { status: ProblemStatus; zh: string; en: string },
    data: Readonly<Record<string, unknown>>,
  ) {
    super(kind.zh);
    this.code = code;
    this.status = kind.status;
    this.english = kind.en;
    this.data = data;
  }
}

/** Every table of problems that was defined, for the reference page and the test of completeness. */
export const problemTables = new Map<string, Readonly<Record<string, ProblemKind>>>();

/**
 * Defines the problems of a room and gives the function that makes one:
 * `throw problem('entry-posted', { id })`. Codes read `room.code` on the wire.
 */
export function defineProblems<K extends Readonly<Record<string, ProblemKind>>>(
  room: string,
  kinds: K,
) {
  problemTables.set(room, kinds);
  return <C extends keyof K & string>(
    code: C,
    ...[data]: Record<never, never> extends DataOf<K[C]>
      ? [data?: DataOf<K[C]>]
      : [data: DataOf<K[C]>]
  ): Problem => {
    const kind = kinds[code] as unknown as ProblemKind<unknown>;
    const words = { status: kind.status, zh: kind.zh(data ?? {}), en: kind.en(data ?? {}) };
    return new Problem(`${room}.${code}`, words, (data ?? {}) as Record<string, unknown>);
  };
}
