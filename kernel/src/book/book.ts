/**
 * The book: everything an assessment reads. Facts know no scheme; clauses listen to facts.
 * All numbers are exact source text until a rule reads them.
 */

import type { FactKind, Scheme } from '../scheme/scheme.ts';
import type { IsoDate } from '../time/dates.ts';
import type { PeriodId } from '../time/periods.ts';
import type { Calendar } from '../time/workdays.ts';
import type { FactForm } from './forms.ts';

export type { FactForm } from './forms.ts';

/**
 * A field of a fact: a label, text, date or exact number as its source text; a rate whose terms
 * the source gives; an open rank (≥ 11 of 13), which never becomes a number; or an approximate
 * number (6000余), which is kept but refused as an indicator value.
 */
export type FactValue =
  | string
  | { readonly num: string; readonly den: string }
  | { readonly atLeast: string; readonly of?: string; readonly list?: string }
  | { readonly value: string; readonly unit?: string; readonly approx?: boolean }
  | { readonly rank: string; readonly of?: string; readonly list?: string };

/** The document that a fact rests on. */
export interface DocumentRef {
  readonly no: string;
  readonly body?: string;
  readonly date?: IsoDate;
  readonly level?: string;
}

/** Points chosen by an assessor: only for ranges, decisions and judges' scores. */
export interface Chosen {
  readonly scheme: string;
  readonly clause: string;
  /** Exact points as text, for example "-1.5". */
  readonly points: string;
  readonly reason: string;
}

export interface Fact {
  readonly id: string;
  readonly kind: string;
  readonly form: FactForm;
  /** Units or persons by code, each with the part it plays; '' is the fact's own subject. */
  readonly about: readonly { readonly subject: string; readonly as: string }[];
  /** The day it happened; a fact over days has `to`, its last day. Result facts have neither. */
  readonly on?: IsoDate;
  readonly to?: IsoDate;
  /** The period of a result, a month's sheet or a `checked` statement. */
  readonly period?: PeriodId;
  readonly values: Readonly<Record<string, FactValue>>;
  readonly tags: readonly string[];
  readonly matter?: string;
  readonly doc?: DocumentRef;
  readonly chosen?: Chosen;
  readonly evidence: readonly string[];
  readonly recordedBy?: string;
  readonly reviewedBy?: string;
  /** When it became known: the order of posting; in files the row's number. */
  readonly seq: number;
  readonly reverses?: string;
  /** Period in which it counts, by scheme line, as stored at posting. */
  readonly countsIn?: Readonly<Record<string, PeriodId>>;
  /** A sentence of the recorder: what was found. */
  readonly note?: string;
}

export interface Unit {
  readonly code: string;
  readonly name: string;
  readonly type: string;
  readonly group?: string;
  readonly parent?: string;
  readonly aliases: readonly string[];
  readonly tags: readonly string[];
  readonly from?: IsoDate;
  readonly to?: IsoDate;
  /** Head counts and the like; a dated list gives the value from each day on. */
  readonly sizes: Readonly<Record<string, string | readonly { from: IsoDate; value: string }[]>>;
}

export interface Person {
  readonly code: string;
  readonly name: string;
  /** 公务员, 事业编制, 编外聘用, 村党组织书记, 村委会成员 … decides what may follow lawfully. */
  readonly class: string;
  readonly group?: string;
  readonly tags: readonly string[];
}

/** A post held over days; `to` is its last day. */
export interface Post {
  readonly person: string;
  readonly unit: string;
  readonly role: string;
  readonly from: IsoDate;
  readonly to?: IsoDate;
  readonly secondedTo?: string;
}

/** A person tied to a unit: 挂点领导, 包村干部. */
export interface Pairing {
  readonly kind: string;
  readonly person: string;
  readonly unit: string;
  readonly from: IsoDate;
  readonly to?: IsoDate;
}

export interface Roster {
  readonly units: readonly Unit[];
  readonly persons: readonly Person[];
  readonly posts: readonly Post[];
  readonly pairings: readonly Pairing[];
}

/** A published edition that was sealed: what it printed, and up to which fact it knew. */
export interface Seal {
  readonly line: string;
  readonly period: PeriodId;
  readonly edition: number;
  /** The last `seq` that the edition knew. */
  readonly atSeq: number;
  readonly decisionNo?: string;
  /** Printed thousandths by subject and by node or clause code; the total is under `total`. */
  readonly printed: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

export interface Book {
  readonly schemes: readonly Scheme[];
  readonly roster: Roster;
  readonly facts: readonly Fact[];
  readonly calendar: Calendar;
  readonly seals: readonly Seal[];
  /** The town's catalogue of facts, so that sentences can name kinds; the scheme's own otherwise. */
  readonly kinds?: readonly FactKind[];
}
