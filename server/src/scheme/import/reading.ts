/** What is read from a part of a clause: a rule with what it needs, or why there is none. */

/** A plain value of the scheme language; numbers are their source text. */
export type Value = string | readonly Value[] | { readonly [key: string]: Value };
export type Keys = { readonly [key: string]: Value };

/** A field of a kind of fact. */
export interface FieldDraft {
  readonly type: 'number' | 'rate' | 'date' | 'label' | 'text';
  readonly unit?: string;
  readonly options?: readonly string[];
  readonly required?: true;
}

/** A kind of fact that a clause needs. */
export interface KindDraft {
  readonly name: string;
  readonly form: 'event' | 'measure' | 'judgement' | 'decision';
  readonly fields: Readonly<Record<string, FieldDraft>>;
}

/** A part that was understood to its last character. */
export interface Understood {
  readonly rule: Keys;
  readonly kind: KindDraft;
  /** The clause hears its kind fact by fact; otherwise the rule itself names the kind. */
  readonly hears: boolean;
  /** The other keys of the clause: cap, span, factor and so on. */
  readonly keys: Keys;
  /** What was assumed in reading it, said beside the clause. */
  readonly assumed: readonly string[];
  /** Kinds that several clauses share. */
  readonly shares?: 'urging';
  /** How it may go on: what a following part of the same sentence can be joined to. */
  readonly open?: Joint;
}

/** What the reading of the next part needs to know of this one. */
export interface Joint {
  readonly sign: '' | '-';
  /** Points on each fact alone, so that an extra or a factor on the fact is the same. */
  readonly perFact: boolean;
  /** 两年以上: a number of a unit from which on it holds. */
  readonly threshold?: { readonly number: string; readonly unit: string; readonly words: string };
  /** 逾期: lateness itself is the condition. */
  readonly isLate?: boolean;
  readonly amount?: string;
}

/** Nothing was read, and why: the end of a sentence without its full stop. */
export interface Undecided {
  readonly why: string;
}

export type Reading = Understood | Undecided;

/** What a reader knows besides the words. */
export interface ReadingContext {
  /** The code of the kind that the clause would have. */
  readonly kind: string;
  /** The period of the scheme where the document says it. */
  readonly period?: 'month' | 'quarter' | 'halfYear' | 'year';
  /** The indicator above has its own full mark: 扣完为止 means it. */
  readonly hasFull: boolean;
  /** Words of the same text that stood before, for the name of a fact. */
  readonly before: string;
}

export function isUnderstood(reading: Reading): reading is Understood {
  return 'rule' in reading;
}

/** A reading that says why there is none. */
export function undecided(why: string): Undecided {
  return { why };
}

/** A rule that names its kind itself and is worked out once a period. */
export function unheard(rule: Keys, kind: KindDraft): Understood {
  return { rule, kind, hears: false, keys: {}, assumed: [] };
}

/** A rule that is worked out for each fact that the clause hears. */
export function heard(rule: Keys, kind: KindDraft): Understood {
  return { rule, kind, hears: true, keys: {}, assumed: [] };
}
